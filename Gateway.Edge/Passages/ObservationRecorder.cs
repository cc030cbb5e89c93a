using System.Threading.Channels;
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

    // Records that may wait behind these while the disk stands still; what comes beyond is lost, counted and told.
    private const int Waiting = 4096;

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
            if (Hear(observation) is { } entry)
            {
                await WriteAsync(observation, entry);
            }
        }
    }

    // Whoever listens hears at once, however slow the disk: a door opens for who stands before it now, and a lane hears its barrier while another's record is being written.
    private async Task RecordAllAsync(IAsyncEnumerable<Observation> observations)
    {
        var waiting = Channel.CreateBounded<(Observation, JournalEntry)>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
        var writing = WriteAllAsync(waiting.Reader);
        try
        {
            await foreach (var observation in observations)
            {
                if (Hear(observation) is { } entry && !waiting.Writer.TryWrite((observation, entry)))
                {
                    Interlocked.Increment(ref _unrecorded);
                    PassagesLog.ObservationCrowdedOut(logger, observation.Device, observation.GetType().Name, Waiting);
                }
            }
        }
        finally
        {
            waiting.Writer.Complete();
            await writing;
        }
    }

    // Handed to the journal in order, but not each behind the disk's word on the one before.
    private async Task WriteAllAsync(ChannelReader<(Observation Observation, JournalEntry Entry)> waiting)
    {
        using var free = new SemaphoreSlim(Writing);
        await foreach (var (observation, entry) in waiting.ReadAllAsync(CancellationToken.None))
        {
            await free.WaitAsync(CancellationToken.None);
            _ = WriteAsync(observation, entry, free);
        }

        for (var ended = 0; ended < Writing; ended++)
        {
            await free.WaitAsync(CancellationToken.None);
        }
    }

    private async Task WriteAsync(Observation observation, JournalEntry entry, SemaphoreSlim free)
    {
        await WriteAsync(observation, entry);
        free.Release();
    }

    private async Task WriteAsync(Observation observation, JournalEntry entry)
    {
        try
        {
            await journal.AppendAsync(entry, CancellationToken.None);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one observation's record throws must not end the recording of all others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            TellLost(observation, error);
        }
    }

    private JournalEntry? Hear(Observation observation)
    {
        foreach (var listener in listeners)
        {
            Tell(listener, observation);
        }

        try
        {
            return EntryOf(observation);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one observation's mapping throws must not end the recording of all others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            TellLost(observation, error);
            return null;
        }
    }

    private void TellLost(Observation observation, Exception error)
    {
        Interlocked.Increment(ref _unrecorded);
        PassagesLog.ObservationNotRecorded(logger, observation.Device, observation.GetType().Name, error);
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
