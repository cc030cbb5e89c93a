using System.Globalization;

namespace Gateway.Edge.Uplink.Commands;

/// <summary>Why a command is not acted on, under which code and in which words.</summary>
internal static class CommandRefusals
{
    public static CommandAnswer Retained { get; } = CommandAnswer.Refused(
        "retained", new("保留消息中的指令一律不执行", "a retained command is an old one, or a planted one, and is never acted on"));

    public static CommandAnswer Malformed { get; } = CommandAnswer.Refused(
        "malformed", new("指令格式不对，请核对两端软件版本", "this is no command: compare the versions of station and gateway"));

    public static CommandAnswer Replayed { get; } = CommandAnswer.Refused(
        "replayed", new("该指令已经收到过，重复的不执行", "this message was here before; what is repeated is not acted on"));

    public static CommandAnswer Unknown { get; } = CommandAnswer.Refused(
        "unknown", new("本网关不支持该指令，请升级网关软件", "this gateway does not know the command: update its software"));

    public static CommandAnswer TimedOut { get; } = CommandAnswer.Failed(
        "timed-out", new("设备未在规定时间内完成", "the device did not do it in time"));

    public static CommandAnswer Broken { get; } = CommandAnswer.Failed(
        "failed", new("网关执行时出错，详见网关日志", "the gateway failed at it; its log says why"));

    public static CommandAnswer Forged(string fault) => CommandAnswer.Refused(
        "forged", new($"签名校验未通过，请核对证书（{fault}）", $"{fault}: check the certificates of station and gateway"));

    public static CommandAnswer Expired(DateTimeOffset now) => CommandAnswer.Refused(
        "expired", new($"指令已过期；网关时钟为 {Clock(now)}，如与派出所相差较大请校时", $"it has expired; the gateway's clock says {Clock(now)}: if the station's differs, set the clocks (NTP)"));

    public static CommandAnswer FromTheFuture(DateTimeOffset now) => CommandAnswer.Refused(
        "clock", new($"指令的签发时间晚于网关时钟 {Clock(now)}，请校时", $"it was issued later than the gateway's clock, which says {Clock(now)}: set the clocks (NTP)"));

    private static string Clock(DateTimeOffset now) => now.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
