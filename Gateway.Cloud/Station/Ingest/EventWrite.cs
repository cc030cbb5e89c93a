namespace Gateway.Cloud.Station.Ingest;

/// <summary>What became of one event.</summary>
internal enum EventWrite
{
    Stored,

    /// <summary>The very same event was stored before.</summary>
    Duplicate,

    /// <summary>The very same event was stored from an earlier journal: its gateway has taken it over into a new one.</summary>
    TakenOver,

    /// <summary>Another event has this id or this place in the journal.</summary>
    Conflict,
}
