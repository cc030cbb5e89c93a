namespace Gateway.Edge.Uplink;

/// <summary>How the way to the station fares, for consoles and health. Safe for use by several threads.</summary>
internal interface IUplinkStatus
{
    /// <summary>True while the broker holds our connection.</summary>
    bool Connected { get; }

    /// <summary>Highest durable sequence of the journal.</summary>
    long LastSequence { get; }

    /// <summary>Highest sequence up to which the station has everything; only what is at or below may be forgotten.</summary>
    long Receipted { get; }

    /// <summary>Records that the station has not receipted.</summary>
    long Backlog { get; }

    /// <summary>When the last receipt for our journal arrived; null before the first.</summary>
    DateTimeOffset? LastReceiptAt { get; }

    /// <summary>Media that the station has not receipted.</summary>
    long MediaPending { get; }

    /// <summary>Records and media that the broker refused for their size or form; an audit event tells the station and the gateway keeps them.</summary>
    long RefusedRecords { get; }

    /// <summary>Messages from the broker that were not used: retained, malformed, or for another journal.</summary>
    long IgnoredMessages { get; }

    /// <summary>Why the uplink stands still, in words; null when it does not.</summary>
    string? Fault { get; }
}
