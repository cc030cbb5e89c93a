using Gateway.Drivers.Buses.Sensors;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>The sensors in a shed's air.</summary>
/// <param name="Temperature">°C; null for none.</param>
/// <param name="Smoke">Share of full scale; null for none.</param>
/// <param name="Limits">What means a fire.</param>
internal sealed record AirSensors(ISensor? Temperature, ISensor? Smoke, AirLimits Limits);
