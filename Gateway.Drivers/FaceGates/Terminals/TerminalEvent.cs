using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>Something happened at a terminal.</summary>
/// <param name="Device">The terminal.</param>
/// <param name="At">When, by the terminal's clock, which the gateway sets.</param>
/// <param name="Kind">What.</param>
/// <param name="Number">The person's number; null for nobody known.</param>
/// <param name="Serial">The terminal's number of the event.</param>
/// <param name="Picture">A JPEG; empty for none.</param>
/// <param name="Late">It was fetched from the terminal's log after an outage, not reported when it happened.</param>
public sealed record TerminalEvent(
    DeviceId Device, DateTimeOffset At, TerminalEventKind Kind, string? Number, long Serial, ReadOnlyMemory<byte> Picture, bool Late)
    : Observation(Device, At);
