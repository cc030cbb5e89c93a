using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>An event whose envelope was checked against its topic.</summary>
/// <param name="Compound">From the topic; equal to the source's.</param>
/// <param name="Kind">From the topic; equal to the type's.</param>
/// <param name="Device">From the source.</param>
/// <param name="Sequence">At least 1.</param>
/// <param name="Envelope">The event as it arrived.</param>
/// <param name="Stranger">The data of a stranger event; null for other kinds, and where the data did not fit its kind.</param>
/// <param name="DataFault">Why the data does not fit its kind; null when it does. Such an event is stored all the same.</param>
internal sealed record ReceivedEvent(
    string Compound,
    string Kind,
    string Device,
    long Sequence,
    CloudEvent Envelope,
    StrangerData? Stranger,
    string? DataFault)
{
    public JournalKey Journal => new(Compound, Envelope.Journal);
}
