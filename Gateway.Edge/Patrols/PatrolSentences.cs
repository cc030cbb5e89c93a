using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices.Patrols;

namespace Gateway.Edge.Patrols;

/// <summary>What patrols and tickets say.</summary>
internal static class PatrolSentences
{
    public static LocalizedText Summary(PatrolReport report) => report.Findings == 0
        ? new($"巡检完成：{report.Devices} 台设备、{report.Buses} 条总线全部正常", $"Patrol finished: {Count(report.Devices, "device")} and {Count(report.Buses, "bus", "buses")} are all well")
        : new(
            $"巡检完成：{report.Devices} 台设备、{report.Buses} 条总线，发现 {report.Findings} 处问题，其中 {report.Repairs} 处需要维修",
            $"Patrol finished: {Count(report.Devices, "device")} and {Count(report.Buses, "bus", "buses")}, {Count(report.Findings, "finding")}, {report.Repairs} to repair");

    public static LocalizedText Closed(LocalizedText words) => new($"已恢复：{words.Zh}", $"Mended: {words.En}");

    public static LocalizedText NotMended(LocalizedText words) => new($"报告已修好后仍然存在：{words.Zh}", $"Still there after it was reported mended: {words.En}");

    public static LocalizedText Flapping(int drops, TimeSpan window) => new(
        $"设备在 {Minutes(window)} 分钟内中断 {drops} 次。请检查供电、网线和接头。",
        $"The device dropped {drops} times within {Minutes(window)} min. Check power, cable and connectors.");

    public static LocalizedText SentByHand { get; } = new("人工发起巡检", "A patrol is sent round by hand");

    public static LocalizedText CancelledByHand { get; } = new("人工取消巡检", "The patrol is cancelled by hand");

    public static LocalizedText WentAway { get; } = new("故障已消除", "The fault has gone");

    public static LocalizedText DeviceRemoved { get; } = new("该设备已不在硬件文件中", "The device is no longer in the hardware file");

    private static string Count(int number, string one, string? several = null) => $"{number} {(number == 1 ? one : several ?? one + "s")}";

    private static int Minutes(TimeSpan span) => (int)Math.Round(span.TotalMinutes);
}
