namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>What a charger says of itself when it starts. Texts are the charger's own, cut to the protocol's lengths (20 to 50 characters).</summary>
internal sealed record OcppBoot(string Vendor, string Model, DateTimeOffset At)
{
    public string? SerialNumber { get; init; }

    public string? Firmware { get; init; }

    public string? MeterType { get; init; }
}
