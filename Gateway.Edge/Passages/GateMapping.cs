using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FaceGates.Readers;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>The exit button, the reader and the fire input of gates. A credential never stands in a record, only its last characters do.</summary>
internal sealed class GateMapping(IDeviceDirectory devices) : IObservationMapping
{
    /// <inheritdoc/>
    public JournalEntry? EntryOf(Observation observation) => observation switch
    {
        ExitPressed pressed => Health(pressed, "exit-pressed", GateWords.ExitPressed),
        CredentialRead read => JournalEntry.Of(EventKind.Passage, EventPriority.Info, read.Device.Value, NotRecognised(read)),
        FireRelease { Active: true } fire => JournalEntry.Of(
            EventKind.Fire, EventPriority.Emergency, fire.Device.Value, new AlertData(NameOf(fire.Device), GateWords.FireReleased)),
        FireRelease ended => Health(ended, "fire-release-ended", GateWords.FireEnded),
        _ => null,
    };

    private static JournalEntry Health(Observation observation, string code, LocalizedText words) => JournalEntry.Of(
        EventKind.DeviceHealth,
        EventPriority.Info,
        observation.Device.Value,
        new DeviceHealthData(
            observation.Device.Value,
            "face-gate",
            nameof(DeviceState.Online),
            code,
            words,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["at"] = observation.At.ToString("O", CultureInfo.InvariantCulture) }));

    private PassageData NotRecognised(CredentialRead read) => new(
        read.Device.Value,
        NameOf(read.Device),
        PassageOutcome.Refused,
        GateWords.NotRecognised(read),
        Method: read.Kind == CredentialKind.Qr ? "qr" : "card",
        Person: null,
        MaskedName: null,
        Score: null,
        DecisionMilliseconds: 0);

    private LocalizedText NameOf(DeviceId device) =>
        (devices.Of<IFaceGate>().FirstOrDefault(gate => gate.Id == device)?.Name
            ?? devices.Of<ITerminalGate>().FirstOrDefault(gate => gate.Id == device)?.Name)?.Localized()
        ?? new LocalizedText(device.Value, device.Value);
}
