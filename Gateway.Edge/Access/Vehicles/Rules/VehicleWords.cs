using System.Globalization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles.Rules;

/// <summary>Decisions in words, with the next step where the arm stays down. They hold no name, no number and no plate.</summary>
internal static class VehicleWords
{
    public static LocalizedText Resident { get; } = new("住户车辆，请通行。", "A resident's vehicle. Please pass.");

    public static LocalizedText Visitor { get; } = new("访客车辆，请通行。", "A visitor's vehicle. Please pass.");

    public static LocalizedText Worker { get; } = new("临时作业车辆，请通行。", "A worker's vehicle. Please pass.");

    public static LocalizedText Leaves { get; } = new("请离场，一路平安。", "Please pass. Have a good journey.");

    public static LocalizedText DeniedLeaves { get; } = new("请离场。该车辆不得再次进入。", "Please pass. This vehicle may not enter again.");

    public static LocalizedText MayBeLeaving { get; } = new(
        "车辆可能正要离场，请稍候，由门岗查看后放行。", "This vehicle may be leaving. Please wait: the guard looks and lets it through.");

    public static LocalizedText Unreadable { get; } = new(
        "看不清车牌。请缓慢靠近或擦净车牌；仍不开闸请联系门岗。", "The plate cannot be read. Come closer slowly or wipe the plate; if the arm stays down, call the guard.");

    public static LocalizedText Unproven { get; } = new(
        "正在确认车牌，请停稳稍候；仍不开闸请联系门岗。", "The plate is being made sure of. Stand still for a moment; if the arm stays down, call the guard.");

    public static LocalizedText Unknown { get; } = new(
        "车辆未登记。请联系门岗，或请被访住户在物业登记访客车辆。", "This vehicle is not registered. Call the guard, or ask the resident you visit to register it with the property office.");

    public static LocalizedText Denied { get; } = new("该车辆不得进入。请联系门岗。", "This vehicle may not enter. Call the guard.");

    public static LocalizedText NoEntriesLeft { get; } = new(
        "进入次数已用完。请联系门岗，或请被访住户续期。", "All entries of this vehicle are used. Call the guard, or ask the resident you visit to renew it.");

    public static LocalizedText Full { get; } = new("车位已满。请稍候，或联系门岗。", "All places are taken. Please wait, or call the guard.");

    public static LocalizedText Before(DateTimeOffset from, TimeZoneInfo zone) => new(
        $"授权尚未开始，{Local(from, zone)} 起可进入。需要提前进入请联系门岗。", $"Too early: this vehicle may enter from {Local(from, zone)}. To enter before, call the guard.");

    public static LocalizedText Ended(DateTimeOffset until, TimeZoneInfo zone) => new(
        $"授权已于 {Local(until, zone)} 结束。请联系门岗，或请被访住户续期。", $"What this vehicle was let in on ended at {Local(until, zone)}. Call the guard, or ask the resident you visit to renew it.");

    public static LocalizedText OutsideHours(WeeklyHours hours) => new(
        $"现在不在允许的时段内（{hours.Text}）。请在时段内再来，或联系门岗。", $"Outside the hours of this vehicle ({hours.Text}). Come back within them, or call the guard.");

    public static LocalizedText Overstayed(TimeSpan? stayed, int? allowed) => new(
        $"停放 {Minutes(stayed)} 分钟，超过允许的 {allowed} 分钟。请到门岗结清后离场。",
        $"Stayed {Minutes(stayed)} minutes where {allowed} were allowed. Settle it with the guard, then leave.");

    private static string Minutes(TimeSpan? span) => ((long)(span ?? TimeSpan.Zero).TotalMinutes).ToString(CultureInfo.InvariantCulture);

    private static string Local(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
