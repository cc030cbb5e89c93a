namespace Gateway.Edge.Privacy.Inventory;

/// <summary>How far the compound is from the duty to file its use of faces.</summary>
/// <param name="Faces">Persons whose faces are stored now: residents, workers, strangers.</param>
/// <param name="Limit">From how many on it has to be filed.</param>
/// <param name="ReachedAt">When that was first seen to be reached; null while it was not.</param>
/// <param name="FileBy">The last day for filing; null while it need not be.</param>
internal sealed record FilingState(int Faces, int Limit, DateTimeOffset? ReachedAt, DateOnly? FileBy);
