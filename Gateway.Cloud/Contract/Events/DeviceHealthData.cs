namespace Gateway.Cloud.Contract.Events;

/// <summary>Data of a <see cref="EventKind.DeviceHealth"/> event: a device changed state, or its door told something.</summary>
/// <param name="Device">Device id.</param>
/// <param name="DeviceKind">Kind of device, such as <c>face-gate</c>.</param>
/// <param name="State">Connecting, Online, Degraded, Offline or Faulty.</param>
/// <param name="Code">Stable machine-readable cause, such as <c>camera-stalled</c> or <c>door-forced-open</c>.</param>
/// <param name="Reason">The cause in words.</param>
/// <param name="Details">Further facts: exit codes, counters, last lines of a child process.</param>
public sealed record DeviceHealthData(
    string Device,
    string DeviceKind,
    string State,
    string Code,
    LocalizedText Reason,
    IReadOnlyDictionary<string, string> Details);
