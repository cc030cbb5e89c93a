namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>What is known of one connector.</summary>
/// <param name="Number">From 1; 0 stands for the charger as a whole.</param>
internal sealed record OcppConnector(int Number)
{
    public OcppStatus Status { get; init; }

    public OcppErrorCode Error { get; init; }

    /// <summary>The charger's own words on the state, at most 50 characters.</summary>
    public string? Info { get; init; }

    /// <summary>The maker's own error code, at most 50 characters.</summary>
    public string? VendorErrorCode { get; init; }

    /// <summary>When the state was reached; null before the charger has said one.</summary>
    public DateTimeOffset? StatusAt { get; init; }

    /// <summary>The transaction that runs; null where none does.</summary>
    public OcppTransaction? Transaction { get; init; }

    /// <summary>The latest of each measured quantity; null before the first.</summary>
    public OcppMeter? Meter { get; init; }
}
