namespace Gateway.Cloud.Station.Ingest;

/// <summary>One journal of one compound: what sequences are counted in.</summary>
internal readonly record struct JournalKey(string Compound, string Journal);
