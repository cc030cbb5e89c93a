namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>A charger that may connect.</summary>
/// <param name="Id">The charge point id, 1 to 48 characters.</param>
/// <param name="Password">HTTP basic authentication (security profile 1): at least 16 characters, or 40 hexadecimal digits for 20 bytes.</param>
internal sealed record OcppChargerSettings(string Id, string Password)
{
    /// <inheritdoc/>
    public override string ToString() => Id;
}
