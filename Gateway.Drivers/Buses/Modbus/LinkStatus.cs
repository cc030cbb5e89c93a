namespace Gateway.Drivers.Buses.Modbus;

/// <summary>How a bus stands.</summary>
/// <param name="Connected">Whether the connection or the serial device is open.</param>
/// <param name="Fault">Why not; null while connected or before the first try.</param>
/// <param name="SilentUnits">Units that are left alone because they did not answer.</param>
internal sealed record LinkStatus(bool Connected, string? Fault, IReadOnlyList<int> SilentUnits);
