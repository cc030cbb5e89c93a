namespace Gateway.Drivers.ChargingPoints;

/// <summary>One outlet of the hardware file that is a connector of a charger.</summary>
/// <param name="Id">Unique in its charging point.</param>
/// <param name="Charger">Charge point id on the chargers' bus.</param>
/// <param name="Connector">From 1.</param>
public sealed record OcppOutletDescription(string Id, string Charger, int Connector);
