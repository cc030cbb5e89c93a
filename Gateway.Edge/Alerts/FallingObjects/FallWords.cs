using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>A fall in words for an officer on duty.</summary>
internal static class FallWords
{
    /// <summary>A range of more floors helps nobody at the door.</summary>
    private const int MostFloors = 6;

    /// <summary>Floor and window: "9 层（8-10 层）左起第 3 列窗口".</summary>
    /// <param name="origin">Where it came from.</param>
    /// <param name="floors">Of the building: what lies above is the roof.</param>
    public static LocalizedText Place(FallOrigin origin, int floors)
    {
        var (lowest, highest) = (origin.LowestFloor, origin.HighestFloor);
        if (highest - lowest > MostFloors)
        {
            return new($"约 {FloorZh(origin.Floor, floors)}（楼层不确定）{ColumnZh(origin)}", $"about {FloorEn(origin.Floor, floors)} (uncertain){ColumnEn(origin)}");
        }

        var exact = lowest == highest;
        return new(
            FloorZh(origin.Floor, floors) + (exact ? "" : $"（{RangeZh(lowest, highest, floors)}）") + ColumnZh(origin),
            FloorEn(origin.Floor, floors) + (exact ? "" : $" ({RangeEn(lowest, highest, floors)})") + ColumnEn(origin));
    }

    /// <summary>What happened: "1 号楼南立面：9 层（8-10 层）左起第 3 列窗口，有物品坠落，历时 2.1 秒".</summary>
    /// <param name="camera">The camera's name.</param>
    /// <param name="place">Floor and window; null where the camera is not calibrated.</param>
    /// <param name="thrown">Whether it was thrown.</param>
    /// <param name="duration">How long it was seen.</param>
    /// <param name="count">Which of its incident it is, from 1.</param>
    /// <param name="test">True for a test throw.</param>
    public static LocalizedText Reason(LocalizedText camera, LocalizedText? place, bool thrown, TimeSpan duration, int count, bool test)
    {
        var seconds = duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var zh = $"{camera.Zh}：{(place is null ? "" : place.Zh + "，")}有物品{(thrown ? "被抛出" : "坠落")}，历时 {seconds} 秒";
        var en = $"{camera.En}: something {(thrown ? "was thrown" : "fell")}{(place is null ? "" : " from " + place.En)}, seen for {seconds} s";
        (zh, en) = test ? ($"抛物测试：{zh}", $"Test throw: {en}") : (zh, en);
        return count == 1 ? new(zh, en) : new($"{zh}（同一事件第 {count} 件）", $"{en} (number {count} of this incident)");
    }

    private static string FloorZh(int floor, int floors) => floor > floors ? "楼顶" : $"{floor} 层";

    private static string FloorEn(int floor, int floors) => floor > floors ? "the roof" : $"floor {floor}";

    private static string RangeZh(int lowest, int highest, int floors) =>
        highest > floors ? $"{lowest} 层至楼顶" : $"{lowest}-{highest} 层";

    private static string RangeEn(int lowest, int highest, int floors) =>
        highest > floors ? $"{lowest} to the roof" : $"{lowest} to {highest}";

    private static string ColumnZh(FallOrigin origin) => origin switch
    {
        { Column: null } => "",
        { LeftColumn: { } left, RightColumn: { } right } when left != right => $"左起第 {left}-{right} 列窗口",
        _ => $"左起第 {origin.Column} 列窗口",
    };

    private static string ColumnEn(FallOrigin origin) => origin switch
    {
        { Column: null } => "",
        { LeftColumn: { } left, RightColumn: { } right } when left != right => $", window columns {left} to {right} from the left",
        _ => $", window column {origin.Column} from the left",
    };
}
