using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>What the journal has of one fall.</summary>
/// <param name="Record">Of the alert.</param>
/// <param name="Alert">What it says.</param>
/// <param name="Evidence">Record of the evidence; null while it has not come.</param>
/// <param name="EvidenceData">What that says.</param>
internal sealed record RecordedFall(JournalRecord Record, FallingObjectData Alert, JournalRecord? Evidence, FallingObjectData? EvidenceData)
{
    /// <summary>All of its media, each once.</summary>
    public IEnumerable<MediaReference> Media => Record.Media.Concat(Evidence?.Media ?? []).DistinctBy(medium => medium.Sha256);
}
