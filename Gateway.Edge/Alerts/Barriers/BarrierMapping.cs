using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Alerts.Barriers;

/// <summary>What vehicle barriers do. A fire at a barrier is a fire; everything else is about vehicles.</summary>
internal sealed class BarrierMapping(IDeviceDirectory devices, LaneInboxes lanes) : IObservationMapping
{
    /// <inheritdoc/>
    public JournalEntry? EntryOf(Observation observation)
    {
        // A lane puts passages on record itself, with the vehicle's plate.
        if (observation is not BarrierObserved barrier || lanes.HandOver(barrier) || BarrierWords.For(barrier.Event) is not { } said)
        {
            return null;
        }

        var name = devices.Of<IVehicleBarrier>().FirstOrDefault(known => known.Id == barrier.Device)?.Name;
        return JournalEntry.Of(
            barrier.Event == BarrierEvent.FireOverride ? EventKind.Fire : EventKind.Vehicle,
            said.Priority,
            barrier.Device.Value,
            new VehicleData(
                barrier.Device.Value,
                name?.Localized(),
                said.Code,
                said.Words,
                barrier.Position.ToString(),
                barrier.Mode.ToString(),
                barrier.At,
                barrier.Reason?.Who,
                barrier.Reason?.Why.Localized()));
    }
}
