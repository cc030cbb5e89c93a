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
        Task.WhenAll(RecordAllAsync(devices.ReadUrgentAsync(stoppingToken)), RecordAllAsync(devices.ReadAllAsync(stoppingToken)));

    /// <summary>What the devices said while everything came to a stop is recorded too.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        while (!cancellationToken.IsCancellationRequested && devices.TryTake(out var observation))
        {
            await RecordAsync(observation);
        }
    }

    private async Task RecordAllAsync(IAsyncEnumerable<Observation> observations)
    {
        await foreach (var observation in observations)
        {
            await RecordAsync(observation);
        }
    }

    private async Task RecordAsync(Observation observation)
    {
        foreach (var listener in listeners)
        {
            Tell(listener, observation);
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

    private void Tell(IObservationListener listener, Observation observation)
    {
        try
        {
            listener.Seen(observation);
        }
#pragma warning disable CA1031 // Supervision boundary: a listener's fault must cost neither the record nor the other listeners.
        catch (Exception error)
#pragma warning restore CA1031
        {
            PassagesLog.ListenerFailed(logger, listener.GetType().Name, observation.Device, error);
        }
    }
}
