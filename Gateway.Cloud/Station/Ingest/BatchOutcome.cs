namespace Gateway.Cloud.Station.Ingest;

/// <summary>What a committed batch changed.</summary>
internal sealed class BatchOutcome
{
    /// <summary>Journals whose gateways are owed a receipt.</summary>
    public HashSet<JournalKey> Journals { get; } = [];

    /// <summary>Media now stored, by compound.</summary>
    public List<(string Compound, string Sha256)> Media { get; } = [];

    /// <summary>Compounds whose gateways have come online.</summary>
    public List<string> CameOnline { get; } = [];

    /// <summary>Neighbours in a journal whose hashes do not join; the events are stored all the same.</summary>
    public List<string> ChainFaults { get; } = [];

    /// <summary>Why a medium of the batch could not be written; null when all were.</summary>
    public string? MediaFault { get; set; }

    public int NewEvents { get; set; }

    public int Duplicates { get; set; }

    public int Quarantined { get; set; }
}
