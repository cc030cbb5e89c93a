namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>A charger of the hardware file.</summary>
/// <param name="Id">The charge point id.</param>
/// <param name="Secret">Entry of the secrets file: its user is the charge point id.</param>
public sealed record OcppChargerDescription(string Id, string Secret);
