namespace Gateway.Cloud.Contract.Events;

/// <summary>
/// Data of a <see cref="EventKind.Vehicle"/> event, and of the <see cref="EventKind.Fire"/> event that a barrier's fire input raises: a
/// vehicle barrier did something.
/// </summary>
/// <param name="Device">Device id of the barrier.</param>
/// <param name="DeviceName">The barrier's name in both languages; null where it is no longer known.</param>
/// <param name="Code">Stable name of what happened, such as <c>vehicle-passed</c> or <c>vehicle-tailgated</c>.</param>
/// <param name="Reason">What happened, in words.</param>
/// <param name="Position">Where the arm was: Unknown, Down, Raising, Up, Lowering or Stopped.</param>
/// <param name="Mode">Automatic, Manual, HeldUp or FireOverride.</param>
/// <param name="At">When, by the gateway's wall clock.</param>
/// <param name="OrderedBy">Who gave the order that led to it, without personal data; null for what the barrier did by itself.</param>
/// <param name="OrderReason">Why it was ordered, in words; null as before.</param>
public sealed record VehicleData(
    string Device,
    LocalizedText? DeviceName,
    string Code,
    LocalizedText Reason,
    string Position,
    string Mode,
    DateTimeOffset At,
    string? OrderedBy,
    LocalizedText? OrderReason);
