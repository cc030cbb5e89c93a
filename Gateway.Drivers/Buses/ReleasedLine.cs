using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Buses;

/// <summary>What became of one output that was to be made safe.</summary>
/// <param name="Device">Id of the device that drives it.</param>
/// <param name="Wire">The output.</param>
/// <param name="SafeActive">Its safe level.</param>
/// <param name="Fault">Why it could not be driven, in words; null when it is safe.</param>
public sealed record ReleasedLine(string Device, Wire Wire, bool SafeActive, string? Fault);
