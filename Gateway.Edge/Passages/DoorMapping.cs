using System.Globalization;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>What the doors of gates do.</summary>
internal sealed class DoorMapping : IObservationMapping
{
    /// <inheritdoc/>
    public JournalEntry? EntryOf(Observation observation) => observation is DoorObserved door && DoorWords.For(door.Event) is { } said
        ? JournalEntry.Of(
            EventKind.DeviceHealth,
            said.Priority,
            door.Device.Value,
            new DeviceHealthData(
                door.Device.Value,
                "face-gate",
                nameof(DeviceState.Online),
                said.Code,
                said.Words,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["at"] = door.At.ToString("O", CultureInfo.InvariantCulture) }))
        : null;
}
