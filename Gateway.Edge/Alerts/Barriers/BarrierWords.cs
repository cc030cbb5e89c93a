using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Edge.Alerts.Barriers;

/// <summary>How a barrier's events are recorded: under which code, how urgently, in which words.</summary>
internal static class BarrierWords
{
    /// <summary>Null for what is not worth a record, or is one already as a change of the barrier's health.</summary>
    public static (string Code, EventPriority Priority, LocalizedText Words)? For(BarrierEvent barrier) => barrier switch
    {
        BarrierEvent.Raised => ("barrier-raised", EventPriority.Info, new("道闸已抬起", "The barrier was raised")),
        BarrierEvent.RaiseExtended => ("barrier-raise-extended", EventPriority.Info, new("抬杆期间再次放行一辆车", "While up, the barrier was opened for one vehicle more")),
        BarrierEvent.Stopped => ("barrier-stopped", EventPriority.Info, new("道闸已按命令停止", "The barrier was stopped by an order")),
        BarrierEvent.Passed => ("vehicle-passed", EventPriority.Info, new("车辆已通过", "A vehicle passed")),
        BarrierEvent.Tailgated => ("vehicle-tailgated", EventPriority.Normal, new(
            "有车辆跟车通过，未经放行，请核对录像", "A vehicle followed another through without being let in; look at the recording")),
        BarrierEvent.NotUsed => ("barrier-not-used", EventPriority.Info, new("已抬杆，但无车通过", "The barrier was raised, but no vehicle came")),
        BarrierEvent.ClosingPrevented => ("barrier-closing-prevented", EventPriority.Info, new(
            "杆下有车或人，道闸没有落下", "Something stood under the arm: the barrier did not close")),
        BarrierEvent.Forced => ("barrier-forced", EventPriority.High, new(
            "闸杆未经命令被移动：可能有人抬杆或撞杆，请立即查看", "The arm was moved without an order: somebody may have lifted or hit it; look at once")),
        BarrierEvent.FireOverride => ("barrier-fire-override", EventPriority.Emergency, new(
            "消防联动：道闸已抬起并保持，消防车可以通行", "Fire: the barrier is raised and held up; fire engines can pass")),
        BarrierEvent.ModeChanged => ("barrier-mode-changed", EventPriority.Normal, new("道闸模式已更改", "The barrier's mode was changed")),
        _ => null,
    };
}
