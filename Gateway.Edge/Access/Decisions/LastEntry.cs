namespace Gateway.Edge.Access.Decisions;

/// <summary>The entry that was counted last on a grant.</summary>
/// <param name="Gate">At which gate.</param>
/// <param name="At">When.</param>
internal sealed record LastEntry(string Gate, DateTimeOffset At)
{
    /// <summary>
    /// True for someone who stands at the same gate still, so that a door that is opened once more is not one more entry. Never for a time
    /// before the entry: the clock was set back, and what was counted then is not this.
    /// </summary>
    public bool Covers(string gate, DateTimeOffset at, TimeSpan within) => gate == Gate && at >= At && at - At < within;
}
