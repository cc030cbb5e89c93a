using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>Writes what devices report into the journal, in the form that each feature's <see cref="IObservationMapping"/> gives it.</summary>
internal sealed class ObservationRecorder(
    IObservationSource devices,
    IEnumerable<IObservationMapping> mappings,
    IEnumerable<IObservationListener> listeners,
    IJournal journal,
    ILogger<ObservationRecorder> logger) : BackgroundService
{
    private long _unrecorded;

    /// <summary>Observations since the start that could not be made durable; each was logged as an error.</summary>
    public long Unrecorded => Interlocked.Read(ref _unrecorded);

    /// <summary>What an observation becomes in the journal; null when it is not worth a record.</summary>
    internal JournalEntry? EntryOf(Observation observation) => mappings.Select(mapping => mapping.EntryOf(observation)).FirstOrDefault(entry => entry is not null);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RecordAsync(devices.ReadUrgentAsync(stoppingToken)), RecordAsync(devices.ReadAllAsync(stoppingToken)));

    private async Task RecordAsync(IAsyncEnumerable<Observation> observations)
    {
        await foreach (var observation in observations)
        {
            foreach (var listener in listeners)
            {
                listener.Seen(observation);
            }

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
}
