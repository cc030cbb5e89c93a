namespace Gateway.Drivers.ChargingPoints;

/// <summary>What an outlet's meter shows at one moment.</summary>
/// <param name="Power">Active power, W.</param>
/// <param name="Voltage">V; null where the meter has none.</param>
/// <param name="Current">A; null where the meter has none.</param>
/// <param name="Energy">Counter since the meter was made, Wh; null where the meter has none.</param>
/// <param name="Temperature">Of the outlet, °C; null where nothing measures it.</param>
public sealed record MeterReading(double Power, double? Voltage = null, double? Current = null, double? Energy = null, double? Temperature = null);
