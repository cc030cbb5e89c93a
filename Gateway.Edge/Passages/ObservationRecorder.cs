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
    // Appends of one reader that may wait for the disk: more than a busy compound reports in ten seconds.
    private const int Writing = 256;

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

    // Handed to the journal in order, but not each behind the disk's word on the one before: a lane must hear its barrier while another device's record is being written.
    private async Task RecordAllAsync(IAsyncEnumerable<Observation> observations)
    {
        using var free = new SemaphoreSlim(Writing);
        try
        {
            await foreach (var observation in observations)
            {
                await free.WaitAsync(CancellationToken.None);
                _ = RecordAsync(observation, free);
            }
        }
        finally
        {
            for (var ended = 0; ended < Writing; ended++)
            {
                await free.WaitAsync(CancellationToken.None);
            }
        }
    }

    private async Task RecordAsync(Observation observation, SemaphoreSlim free)
    {
        await RecordAsync(observation);
        free.Release();
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
