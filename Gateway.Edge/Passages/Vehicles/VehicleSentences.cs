using Gateway.Cloud.Contract;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>What happened to a vehicle, in words for whoever reads the record: which vehicle, what, and why.</summary>
internal static class VehicleSentences
{
    public static LocalizedText Of(VehicleRecord record)
    {
        var (report, vehicle) = (record.Report, record.Report.Vehicle);
        var (zh, en) = PlateOf(vehicle);
        return report.Event switch
        {
            LaneEvent.Decided => Decided(report, zh, en),
            LaneEvent.Mistaken => new(
                $"{zh}：抬杆后车牌更正，本不应放行（{ReasonZh(vehicle)}），请核对",
                $"{en}: its plate was corrected after the arm was raised, and would not have opened it ({ReasonEn(vehicle)}); look at it"),
            LaneEvent.Passed => Passed(report, zh, en),
            LaneEvent.Tailgated => new(
                $"{zh}跟车通过，未经放行，请核对", $"{en} followed another vehicle through without being let in; look at it"),
            LaneEvent.WaitsLong => new(
                $"{zh}已在道闸前等候 {Seconds(report)} 秒：{ReasonZh(vehicle)}", $"{en} has been waiting at the barrier for {Seconds(report)} s: {ReasonEn(vehicle)}"),
            LaneEvent.Left => new($"{zh}未通过，已离开", $"{en} has left without passing"),
            LaneEvent.NotUsed => new($"已为{zh}抬杆，但车辆没有通过", $"The arm was raised for {en}, and it did not pass"),
            _ => throw new ArgumentOutOfRangeException(nameof(record), report.Event, "No such event."),
        };
    }

    private static LocalizedText Decided(LaneReport report, string zh, string en)
    {
        var (reasonZh, reasonEn) = (ReasonZh(report.Vehicle), ReasonEn(report.Vehicle));
        return report is { Vehicle.Decision.Opens: true, Mode: not BarrierMode.Automatic, Vehicle.By: null }
            ? new($"{zh}：{reasonZh}（道闸不在自动模式，未下达命令）", $"{en}: {reasonEn} (the barrier is not in automatic mode: nothing was ordered)")
            : new($"{zh}：{reasonZh}", $"{en}: {reasonEn}");
    }

    private static LocalizedText Passed(LaneReport report, string zh, string en) => report switch
    {
        { Mode: BarrierMode.FireOverride } => new($"{zh}在消防联动期间通过", $"{en} passed during the fire override"),
        { Mode: BarrierMode.HeldUp } => new($"{zh}在道闸常开期间通过", $"{en} passed while the arm was held up"),
        { Vehicle: { Decision.Outcome: VehicleOutcome.Denied } } => new($"{zh}在禁行名单上，但已通过", $"{en} is on the deny list, and has passed"),
        { Vehicle.Followed: true } => new($"{zh}未经放行，已通过", $"{en} passed without being let in"),
        _ => new($"{zh}已通过", $"{en} passed"),
    };

    private static (string Zh, string En) PlateOf(LaneVehicle vehicle) =>
        vehicle.Plate is { } plate ? (plate.Display, plate.Display) : ("车牌不明的车辆", "A vehicle without a readable plate");

    private static string ReasonZh(LaneVehicle vehicle) => vehicle.Decision?.Reason.Zh ?? "尚未判定";

    private static string ReasonEn(LaneVehicle vehicle) => vehicle.Decision?.Reason.En ?? "not decided yet";

    private static string Seconds(LaneReport report) =>
        Math.Max(0, (report.At - report.Vehicle.Since).TotalSeconds).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
