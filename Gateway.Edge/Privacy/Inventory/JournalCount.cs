namespace Gateway.Edge.Privacy.Inventory;

/// <summary>What the journal holds. Immutable.</summary>
/// <param name="First">Oldest sequence when it was counted; 0 while empty.</param>
/// <param name="Through">Last sequence that was counted.</param>
/// <param name="OldestAt">When the oldest record was made; null while empty.</param>
/// <param name="Kinds">Records by kind.</param>
/// <param name="Roles">Media by role, as often as records name them.</param>
internal sealed record JournalCount(long First, long Through, DateTimeOffset? OldestAt, IReadOnlyDictionary<string, long> Kinds, IReadOnlyDictionary<string, long> Roles);
