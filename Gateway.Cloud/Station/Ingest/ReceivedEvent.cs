using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>An event whose envelope was checked against its topic.</summary>
/// <param name="Compound">From the topic; equal to the source's.</param>
/// <param name="Kind">From the topic; equal to the type's.</param>
/// <param name="Device">From the source.</param>
/// <param name="Sequence">At least 1.</param>
/// <param name="Envelope">The event as it arrived.</param>
/// <param name="Meaning">What its data means here.</param>
internal sealed record ReceivedEvent(
    string Compound,
    string Kind,
    string Device,
    long Sequence,
    CloudEvent Envelope,
    EventMeaning Meaning)
{
    public AlertNews? Alert => Meaning.Alert;

    public DeviceHealthData? Health => Meaning.Health;

    public string? DataFault => Meaning.Fault;

    public JournalKey Journal => new(Compound, Envelope.Journal);
}
