using System.Threading.Channels;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>
/// Records passages in the order of their decisions, beside the gates' loops: a slow disk delays the record, never the door.
/// <see cref="Enqueue"/> may be called by any thread; one task reads.
/// </summary>
internal sealed class PassageRecorder(StrangerAlerts strangers, IJournal journal, ILogger<PassageRecorder> logger) : BackgroundService
{
    private readonly Channel<Passage> _waiting = Channel.CreateBounded<Passage>(new BoundedChannelOptions(4096) { SingleReader = true });
    private long _unrecorded;

    /// <summary>Passages since the start that could not be made durable; each was logged as an error.</summary>
    public long Unrecorded => Interlocked.Read(ref _unrecorded);

    /// <summary>Takes a passage; never waits.</summary>
    public void Enqueue(Passage passage)
    {
        if (!_waiting.Writer.TryWrite(passage))
        {
            Lost(passage, error: null);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What has been decided is recorded before the process ends; the reader stops at the end of the queue.
        _waiting.Writer.TryComplete();
        if (ExecuteTask is { } reader)
        {
            await reader.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var passage in _waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await RecordAsync(passage);
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one passage's record throws must not end the recording of all others.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Lost(passage, error);
            }
        }
    }

    private async ValueTask RecordAsync(Passage passage)
    {
        var entry = JournalEntry.Of(EventKind.Passage, EventPriority.Info, passage.Data.Gate, passage.Data);
        await journal.AppendAsync(entry, CancellationToken.None);
        if (passage.Sighting is { } sighting)
        {
            await strangers.ReportAsync(sighting, CancellationToken.None);
        }
    }

    private void Lost(Passage passage, Exception? error)
    {
        Interlocked.Increment(ref _unrecorded);
        PassagesLog.NotRecorded(logger, passage.Data.Gate, passage.Data.Outcome, error);
    }
}
