using Gateway.Drivers.Devices;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>A barrier's states in words for people, each with what to do.</summary>
internal static class BarrierStates
{
    public static (DeviceState State, string Code, Wording Reason) For(BarrierFault fault) => fault switch
    {
        BarrierFault.Blind => (DeviceState.Faulty, "barrier-inputs-lost", new(
            "读不到地感或防砸光束：道闸保持抬起，不会自动落下。请检查输入线路和总线",
            "Loop or beam cannot be read: the arm stays up and does not close. Check the input wiring and its bus")),
        BarrierFault.StuckRaising => (DeviceState.Faulty, "barrier-stuck-raising", new(
            "抬杆后未到达上限位：请检查闸机电源、手动释放装置和上限位开关",
            "The arm did not reach the top: check the barrier's power, its manual release and the upper limit switch")),
        BarrierFault.StuckLowering => (DeviceState.Faulty, "barrier-stuck-lowering", new(
            "落杆后未到达下限位，已重新抬起并停止自动落杆：请检查杆下障碍物和下限位开关，然后再下达一次命令",
            "The arm did not reach the bottom, was raised again and no longer closes by itself: check what blocks it and the lower limit switch, then give an order")),
        BarrierFault.LimitsContradict => (DeviceState.Faulty, "barrier-limits-contradict", new(
            "上、下限位开关同时有效：道闸不再落下。请检查限位开关及其接线",
            "Both limit switches claim the arm: it does not close. Check the switches and their wiring")),
        BarrierFault.Forced => (DeviceState.Degraded, "barrier-forced", new(
            "闸杆在没有命令的情况下离开限位：可能被人抬起、被撞或已松脱，请到现场查看",
            "The arm left its end position without an order: lifted by hand, hit or loose. Look at it on site")),
        BarrierFault.LoopStuck => (DeviceState.Degraded, "barrier-loop-stuck", new(
            "地感长时间有车：道闸抬起后不会落下。请查看是否有车停在杆下，否则检查地感线圈和检测器",
            "A loop has been occupied for very long: once up, the arm stays up. Look for a vehicle under the arm; if there is none, check the loop and its detector")),
        BarrierFault.BeamStuck => (DeviceState.Degraded, "barrier-beam-stuck", new(
            "防砸光束长时间被遮挡：道闸抬起后不会落下。请清除遮挡物，擦拭并对准光电头",
            "The safety beam has been interrupted for very long: once up, the arm stays up. Clear what is in it, clean and align the photocells")),
        BarrierFault.FoundUp => (DeviceState.Degraded, "barrier-found-up", new(
            "网关启动时闸杆已抬起或位置不明，可能是有人手动保持抬起：在下达命令或有车通过之前不会自动落下。请查看现场，确认后下达一次落杆命令",
            "The arm was up, or nobody knew where, when the gateway started, and may be kept up on purpose: it does not close by itself before an order or a passage. Look, then order it down")),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Unknown fault."),
    };

    /// <summary>The words of a mode that somebody should end one day; null for one that needs none.</summary>
    public static (DeviceState State, string Code, Wording Reason)? For(BarrierMode mode) => mode switch
    {
        BarrierMode.FireOverride => (DeviceState.Degraded, "barrier-fire-override", new(
            "消防联动：道闸保持抬起。火警解除后请选择其他模式以恢复",
            "Fire override: the arm is held up. When the fire is over, choose another mode to go back to normal")),
        _ => null,
    };
}
