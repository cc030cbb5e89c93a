using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Orders;

namespace Gateway.Edge.Alerts.Barriers;

/// <summary>A barrier's answers in words.</summary>
internal static class BarrierAnswers
{
    public static OrderAnswer Of(BarrierAnswer answer) => answer switch
    {
        BarrierAnswer.Done => new(true, "done", new("已执行", "Done.")),
        BarrierAnswer.WaitsUntilClear => new(false, "waits-until-clear", new(
            "尚未落杆：杆下有车或人，清空后自动落下", "Not lowered: something stands under the arm. It closes by itself as soon as the way is clear.")),
        BarrierAnswer.NotClear => new(false, "not-clear", new(
            "未落杆：杆下有车或人，或地感、光束读不到；确认清空后请再次下令",
            "Not lowered: something stands under the arm, or loop and beam cannot be read. Look, and give the order again once the way is clear.")),
        BarrierAnswer.HeldUp => new(false, "held-up", new(
            "未执行：道闸处于常开模式，请先切换到自动或手动模式", "Not done: the arm is held up. Choose the mode automatic or manual first.")),
        BarrierAnswer.Fire => new(false, "fire", new(
            "未执行：消防联动信号仍在，解除后才能操作", "Not done: the fire input is still active, and nothing moves the arm before it is off.")),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "No such answer."),
    };
}
