using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>One outlet of the hardware file with a relay and a meter of its own.</summary>
/// <param name="Id">Unique in its charging point.</param>
/// <param name="Relay">What feeds it.</param>
/// <param name="Unit">The meter's unit on the meters' bus.</param>
/// <param name="Meter">The meter's registers.</param>
public sealed record OutletDescription(string Id, Wire Relay, int Unit, MeterMap Meter);
