namespace Gateway.Cloud.Station.Ingest;

/// <summary>A gateway said that it is online, or its last will said that it is not.</summary>
internal sealed record GatewayStateChange(string Compound, bool Online);
