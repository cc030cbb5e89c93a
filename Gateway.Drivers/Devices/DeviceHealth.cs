namespace Gateway.Drivers.Devices;

/// <summary>One device's state with its cause, as it stood at <paramref name="Since"/>.</summary>
/// <param name="Device">The device.</param>
/// <param name="Kind">Kind of device, such as <c>face-gate</c>.</param>
/// <param name="State">Current state.</param>
/// <param name="Code">Stable cause, such as <c>camera-stalled</c>; <c>ok</c> when online.</param>
/// <param name="Reason">The cause in words and, where there is one, the fix.</param>
/// <param name="Since">When this state began.</param>
/// <param name="Details">Further facts: exit code, last error line, counters.</param>
public sealed record DeviceHealth(
    DeviceId Device,
    string Kind,
    DeviceState State,
    string Code,
    Wording Reason,
    DateTimeOffset Since,
    IReadOnlyDictionary<string, string> Details);
