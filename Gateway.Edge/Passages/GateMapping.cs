using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>The exit button and the fire input of gates.</summary>
internal sealed class GateMapping(IDeviceDirectory devices) : IObservationMapping
{
    /// <inheritdoc/>
    public JournalEntry? EntryOf(Observation observation) => observation switch
    {
        ExitPressed pressed => Health(pressed, "exit-pressed", GateWords.ExitPressed),
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

    private LocalizedText NameOf(DeviceId device) =>
        (devices.Of<IFaceGate>().FirstOrDefault(gate => gate.Id == device)?.Name
            ?? devices.Of<ITerminalGate>().FirstOrDefault(gate => gate.Id == device)?.Name)?.Localized()
        ?? new LocalizedText(device.Value, device.Value);
}
