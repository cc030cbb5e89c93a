namespace Gateway.Cloud.Contract.Events;

/// <summary>An inclusive range of journal sequences.</summary>
/// <param name="From">First, at least 1.</param>
/// <param name="To">Last, at least <paramref name="From"/>.</param>
public readonly record struct SequenceRange(long From, long To);
