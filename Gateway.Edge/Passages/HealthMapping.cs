using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>Every device's and bus's changes of state, but for simulated buses, which have none.</summary>
internal sealed class HealthMapping : IObservationMapping
{
    /// <inheritdoc/>
    public JournalEntry? EntryOf(Observation observation) => observation is not HealthChanged { Health: { Kind: not "simulated" } health }
        ? null
        : JournalEntry.Of(
            EventKind.DeviceHealth,
            PriorityOf(health.State),
            health.Device.Value,
            new DeviceHealthData(health.Device.Value, health.Kind, health.State.ToString(), health.Code, health.Reason.Localized(), health.Details));

    private static EventPriority PriorityOf(DeviceState state) => state switch
    {
        DeviceState.Offline or DeviceState.Faulty => EventPriority.Normal,
        _ => EventPriority.Info,
    };
}
