namespace Gateway.Cloud.Contract.Events;

/// <summary>The kinds of record that travel upstream; each is the last topic segment and part of the event type.</summary>
public static class EventKind
{
    public const string Passage = "passage";
    public const string Stranger = "stranger";
    public const string FallingObject = "falling-object";
    public const string Vehicle = "vehicle";
    public const string Sos = "sos";
    public const string Charging = "charging";
    public const string Fire = "fire";
    public const string DeviceHealth = "device-health";
    public const string Grant = "grant";
    public const string PortraitLock = "portrait-lock";
    public const string Audit = "audit";

    /// <summary>Every kind, in the order of the contract.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Passage, Stranger, FallingObject, Vehicle, Sos, Charging, Fire, DeviceHealth, Grant, PortraitLock, Audit];

    /// <summary>The CloudEvents type of a kind: <c>cn.smartcompound.{kind}.v1</c>.</summary>
    public static string TypeOf(string kind) => $"cn.smartcompound.{kind}.v1";
}
