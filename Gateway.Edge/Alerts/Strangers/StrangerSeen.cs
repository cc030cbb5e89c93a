namespace Gateway.Edge.Alerts.Strangers;

/// <summary>What a sighting did to the book.</summary>
/// <param name="Stranger">The stranger as it stands now.</param>
/// <param name="IsNew">True for the first sighting: the one that raises the alert.</param>
/// <param name="HasBetterPortrait">True when this sighting's portrait is the best so far.</param>
/// <param name="Forgotten">Strangers that left the window or made room.</param>
internal sealed record StrangerSeen(Stranger Stranger, bool IsNew, bool HasBetterPortrait, IReadOnlyList<Guid> Forgotten)
{
    /// <summary>What the book held before in the places that the sighting changed: the stranger if it was known, and the forgotten ones.</summary>
    public IReadOnlyList<Stranger> Before { get; init; } = [];
}
