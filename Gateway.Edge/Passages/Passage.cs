using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.Strangers;

namespace Gateway.Edge.Passages;

/// <summary>One decided attempt to pass, on its way into the journal.</summary>
/// <param name="Data">What is recorded; null for a stranger who only stays where they were refused.</param>
/// <param name="Sighting">Set when the person is a stranger.</param>
internal sealed record Passage(PassageData? Data, Sighting? Sighting)
{
    /// <summary>From what was read or seen first to the door's release, for <see cref="PassageTimings"/>; null where none was released.</summary>
    public TimeSpan? Released { get; init; }
}
