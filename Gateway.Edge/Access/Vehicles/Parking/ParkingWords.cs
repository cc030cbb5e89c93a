using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>Parking reports in words, and why one is refused.</summary>
internal static class ParkingWords
{
    public static VehicleRefusal Kind { get; } = new("kind", "invalid", new LocalizedText(
        "请选择占用消防通道或违停挡车。", "Choose fire lane or double parking."));

    public static VehicleRefusal Picture { get; } = new("picture", "unreadable", new LocalizedText(
        "照片须为 4 MB 以内的 JPEG，请重拍。", "The picture must be a JPEG of at most 4 MB; take another one."));

    public static VehicleRefusal TooMany { get; } = new("id", "too-many", new LocalizedText(
        "未处理的报告过多，请联系门岗。", "Too many reports are open. Call the guard."));

    public static VehicleRefusal NoPlate { get; } = new("plate", "missing", new LocalizedText(
        "没有车牌，无法通知车主，请门岗到现场处理。", "Without a plate no owner can be told; the guard has to go and look."));

    public static VehicleRefusal Over { get; } = new("id", "over", new LocalizedText("该报告已处理。", "This report is resolved already."));

    public static LocalizedText Resolved { get; } = new("占道报告已处理。", "A report of a vehicle in the way was resolved.");

    public static LocalizedText Told { get; } = new("已请车主移开占道车辆。", "The owner of a vehicle in the way was asked to move it.");

    public static LocalizedText PassedOn { get; } = new(
        "占道车辆的车主无法短信通知，已转门岗处理。", "No message can reach the owner of a vehicle in the way: it was passed to the guard.");

    public static LocalizedText Shown { get; } = new("查看了占道报告的照片。", "The picture of a report of a vehicle in the way was shown.");

    public static LocalizedText Reported(ParkingKind kind) => kind == ParkingKind.FireLane
        ? new("有人报告车辆占用消防通道。", "A vehicle on a fire lane was reported.")
        : new("有人报告车辆挡住其他车辆。", "A vehicle that blocks another was reported.");

    /// <summary>Why the owner is asked to move.</summary>
    public static string Reason(ParkingKind kind) => kind == ParkingKind.FireLane ? "占用消防通道 / fire lane" : "挡住其他车辆 / blocks another vehicle";
}
