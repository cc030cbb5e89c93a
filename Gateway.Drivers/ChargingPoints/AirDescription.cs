using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>What is measured in a shed's air, in the hardware file; at least one of the two sensors.</summary>
/// <param name="Temperature">A thermometer under the roof; null for none.</param>
/// <param name="Smoke">A smoke detector with an analogue output, read as a share of its full scale; null for none.</param>
/// <param name="Limits">What means a fire.</param>
public sealed record AirDescription(SensorWire? Temperature, SensorWire? Smoke, AirLimits Limits);
