namespace Gateway.Cloud.Station.Ingest;

/// <summary>A gateway said that it is online, or its last will said that it is not.</summary>
/// <param name="Compound">From the topic.</param>
/// <param name="Online">What was said.</param>
/// <param name="Journal">Id of the journal that the gateway writes; null when it did not say.</param>
/// <param name="LastSequence">Highest sequence of that journal; null when it did not say.</param>
internal sealed record GatewayStateChange(string Compound, bool Online, string? Journal, long? LastSequence);
