using System.Text.Json.Serialization;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Storage;

namespace Gateway.Edge.Charging;

/// <summary>Data of the audit event that tells of what staff did with charging.</summary>
/// <param name="Name">What was done: one of the constants.</param>
/// <param name="Device">The charging point; <c>gateway</c> for what concerns all.</param>
/// <param name="Outlet">The outlet; null for none.</param>
/// <param name="By">What is known of who did it.</param>
/// <param name="Why">What was written as the reason; null for none.</param>
/// <param name="Reason">The same in words.</param>
/// <param name="At">When.</param>
internal sealed record ChargingAudit(string Name, string Device, string? Outlet, string By, string? Why, LocalizedText Reason, DateTimeOffset At)
{
    public const string Ended = "charging-session-ended";
    public const string Renewed = "charging-label-renewed";
    public const string Settled = "charging-finding-closed";
    public const string OldErased = "charging-erased";
    private const int LongestBy = 128;
    private const string Gateway = "gateway";

    /// <summary>Tells this audit event from others.</summary>
    [JsonPropertyOrder(-1)]
    public string Action => "charging";

    /// <summary>Every name, in the order of the contract.</summary>
    public static IReadOnlyList<string> Names { get; } = [Ended, Renewed, Settled, OldErased];

    /// <summary>A session was ended.</summary>
    public static ChargingAudit SessionEnded(OutletId outlet, string by, string why, DateTimeOffset at) => new(
        Ended, outlet.Device, outlet.Outlet, Short(by), why, new($"结束了插座 {outlet.Outlet} 的充电。", $"Charging at outlet {outlet.Outlet} was ended."), at);

    /// <summary>An outlet's QR code was replaced.</summary>
    public static ChargingAudit LabelRenewed(OutletId outlet, string by, DateTimeOffset at) => new(
        Renewed, outlet.Device, outlet.Outlet, Short(by), null, new($"更换了插座 {outlet.Outlet} 的二维码。", $"The QR code of outlet {outlet.Outlet} was replaced."), at);

    /// <summary>A finding was settled.</summary>
    public static ChargingAudit FindingClosed(OutletId outlet, string by, string note, DateTimeOffset at) => new(
        Settled, outlet.Device, outlet.Outlet, Short(by), note, new($"处理了插座 {outlet.Outlet} 的电池提示。", $"The note on a battery at outlet {outlet.Outlet} was settled."), at);

    /// <summary>Old sessions were erased.</summary>
    public static ChargingAudit Erased(int sessions, DateTimeOffset at) => new(
        OldErased, Gateway, null, Gateway, null, new($"按保存期限删除了 {sessions} 条充电记录。", $"{sessions} charging sessions were erased as their time was over."), at);

    /// <summary>As the outbox takes it.</summary>
    public ChargingRecord ToRecord() => ChargingRecord.Of(EventKind.Audit, EventPriority.Normal, Device, this);

    private static string Short(string by) => by.Length <= LongestBy ? by : by[..LongestBy];
}
