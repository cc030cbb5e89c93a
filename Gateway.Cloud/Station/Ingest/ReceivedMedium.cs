namespace Gateway.Cloud.Station.Ingest;

/// <summary>A medium whose every chunk has arrived and whose bytes have the hash that its topic names.</summary>
internal sealed record ReceivedMedium(string Compound, string Sha256, string ContentType, byte[] Bytes);
