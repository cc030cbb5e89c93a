using System.Globalization;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>Writes what devices report into the journal: changes of their health, and what their doors do.</summary>
internal sealed class ObservationRecorder(IObservationSource devices, IJournal journal, ILogger<ObservationRecorder> logger) : BackgroundService
{
    private long _unrecorded;

    /// <summary>Observations since the start that could not be made durable; each was logged as an error.</summary>
    public long Unrecorded => Interlocked.Read(ref _unrecorded);

    /// <summary>What an observation becomes in the journal; null when it is not worth a record.</summary>
    internal static JournalEntry? EntryOf(Observation observation) => observation switch
    {
        HealthChanged { Health: var health } => Entry(
            PriorityOf(health.State),
            new DeviceHealthData(health.Device.Value, health.Kind, health.State.ToString(), health.Code, health.Reason.Localized(), health.Details)),
        DoorObserved door when DoorWords.For(door.Event) is { } said => Entry(
            said.Priority,
            new DeviceHealthData(
                door.Device.Value,
                "face-gate",
                nameof(DeviceState.Online),
                said.Code,
                said.Words,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["at"] = door.At.ToString("O", CultureInfo.InvariantCulture) })),
        _ => null,
    };

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var observation in devices.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (EntryOf(observation) is { } entry)
                {
                    await journal.AppendAsync(entry, CancellationToken.None);
                }
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one observation's record throws must not end the recording of all others.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Interlocked.Increment(ref _unrecorded);
                PassagesLog.ObservationNotRecorded(logger, observation.Device, observation.GetType().Name, error);
            }
        }
    }

    private static JournalEntry Entry(EventPriority priority, DeviceHealthData data) =>
        JournalEntry.Of(EventKind.DeviceHealth, priority, data.Device, data);

    private static EventPriority PriorityOf(DeviceState state) => state switch
    {
        DeviceState.Offline or DeviceState.Faulty => EventPriority.Normal,
        _ => EventPriority.Info,
    };
}
