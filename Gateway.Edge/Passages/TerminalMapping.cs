using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>
/// What face terminals tell of people, where the gateway has not decided itself: passages that the terminal let through alone, such as
/// during an outage, and people whom it did not recognise.
/// </summary>
internal sealed class TerminalMapping(IDeviceDirectory devices, IPeople people, TerminalDesk desk) : IObservationMapping
{
    /// <inheritdoc/>
    public JournalEntry? EntryOf(Observation observation) => observation switch
    {
        TerminalEvent { Kind: TerminalEventKind.Verified or TerminalEventKind.Failed } told when !desk.HasAnswered(told) =>
            JournalEntry.Of(EventKind.Passage, EventPriority.Info, told.Device.Value, PassageOf(told)),
        _ => null,
    };

    private PassageData PassageOf(TerminalEvent told)
    {
        var person = TerminalDesk.SubjectOf(told.Number) is { } subject ? people.Find(subject) : null;
        var opened = told.Kind == TerminalEventKind.Verified;
        return new PassageData(
            told.Device.Value,
            devices.Of<ITerminalGate>().FirstOrDefault(gate => gate.Id == told.Device)?.Name.Localized() ?? new(told.Device.Value, told.Device.Value),
            !opened ? PassageOutcome.Refused : person?.Kind == PersonKind.TemporaryWorker ? PassageOutcome.OpenedTemporaryWorker : PassageOutcome.OpenedResident,
            opened ? GateWords.TerminalOpened : GateWords.TerminalRefused,
            Method: "face",
            person?.Id.ToString(),
            person?.MaskedName,
            Score: null,
            DecisionMilliseconds: 0);
    }
}
