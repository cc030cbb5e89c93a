using System.Threading.Channels;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.FallingObjects;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Makes each fall an alert on record and hands it on for evidence, one after the other in the order in which they were told. Pins the
/// video of a fall the moment it is told.
/// </summary>
internal sealed class FallAlerts(
    FallIncidents incidents,
    FallPictures pictures,
    FallEvidence evidence,
    FallBoard board,
    TestThrows throws,
    IFallDetectorFactory detectors,
    IJournal journal,
    IOptions<FallingObjectOptions> options,
    TimeProvider time,
    ILogger<FallAlerts> logger) : BackgroundService
{
    /// <summary>Falls that wait for a slow disk; more at once would be a detector that sees what is not there.</summary>
    private const int Capacity = 100;

    /// <summary>An alert waits for its pictures until so long after the fall's end: with what follows, it is on record within two seconds.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(1.7);

    /// <summary>But never for longer than this, whatever the clocks say.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly Channel<SeenFall> _seen = Channel.CreateBounded<SeenFall>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });

    // Falls whose pictures are being stored: those of all that wait are, so that a slow disk is waited for once.
    private readonly Channel<Begun> _begun = Channel.CreateBounded<Begun>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Takes a fall that is over; returns at once.</summary>
    public void Tell(SeenFall seen)
    {
        var pinned = seen with { Pin = PinOf(seen) };
        if (!_seen.Writer.TryWrite(pinned))
        {
            pinned.Pin?.Dispose();
            FallsLog.TooMany(logger, seen.Camera.Id, seen.Ended);
        }
    }

    /// <summary>What was seen before the end is recorded too.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _seen.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var beginning = BeginAllAsync();
        await foreach (var begun in _begun.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await WorkAsync(begun, stoppingToken);
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one fall throws must not cost the others their alert.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Lost(begun.Seen, error);
            }
        }

        await beginning;
    }

    private async Task BeginAllAsync()
    {
        await foreach (var seen in _seen.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await _begun.Writer.WriteAsync(BeginOf(seen), CancellationToken.None);
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one fall throws must not cost the others their alert.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Lost(seen, error);
            }
        }

        _begun.Writer.Complete();
    }

    private void Lost(SeenFall seen, Exception error)
    {
        seen.Pin?.Dispose();
        FallsLog.NotRecorded(logger, seen.Camera.Id, seen.Ended, error);
    }

    private ClipPin? PinOf(SeenFall seen) => seen.Camera.Clips.Absent is null
        ? seen.Camera.Clips.Pin(FallClip.SpanOf(seen.Began, seen.Ended, options.Value))
        : null;

    private Begun BeginOf(SeenFall seen)
    {
        var test = throws.IsArmed(seen.Camera.Id, seen.Ended);
        var (incident, count) = incidents.Take(seen.Camera.Id.Value, test, seen.Began, seen.Ended);
        var alert = FallMapping.AlertOf(seen, incident, count, test);
        var track = TrackDocument.Of(seen, alert, detectors.Settings);
        var stored = Task.Run(() => pictures.StoreAsync(track, seen.Frame, CancellationToken.None), CancellationToken.None);
        return new Begun(seen, alert, track, stored);
    }

    private async Task WorkAsync(Begun begun, CancellationToken stoppingToken)
    {
        var (seen, alert, track, stored) = begun;
        await AppendAsync(seen, alert, await AtHandAsync(seen, stored), stoppingToken);
        if (alert.Test)
        {
            throws.Report(seen.Camera.Id, seen.Fall, seen.View);
        }

        evidence.Gather(new PendingEvidence(seen.Camera, seen.Pin, alert, track, stored));
    }

    // An alert without its picture is worth more than none.
    private async Task<IReadOnlyList<MediaReference>> AtHandAsync(SeenFall seen, Task<IReadOnlyList<MediaReference>> stored)
    {
        var left = seen.Ended + Prompt - time.GetUtcNow();
        var patience = TimeSpan.FromTicks(Math.Clamp(left.Ticks, 0, Patience.Ticks));
        await Task.WhenAny(stored, Task.Delay(patience, time));
        return stored.IsCompletedSuccessfully ? await stored : [];
    }

    // A full disk or a stalled one may be well again: the alert is not given up before the gateway stops.
    private async Task AppendAsync(SeenFall seen, FallingObjectData alert, IReadOnlyList<MediaReference> media, CancellationToken stoppingToken)
    {
        var delay = FirstDelay;
        while (true)
        {
            try
            {
                var record = await journal.AppendAsync(
                    JournalEntry.Of(EventKind.FallingObject, EventPriority.High, alert.Device, alert, media), CancellationToken.None);
                board.Add(new RecordedFall(record, alert, Evidence: null, EvidenceData: null));
                FallsLog.Recorded(logger, seen.Camera.Id, alert.Count, alert.Reason.En, time.GetUtcNow() - seen.Ended);
                return;
            }
            catch (JournalUnavailableException error) when (!stoppingToken.IsCancellationRequested)
            {
                FallsLog.RecordedLater(logger, seen.Camera.Id, seen.Ended, delay, error);
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, LongestDelay.Ticks));
            }
        }
    }

    private sealed record Begun(SeenFall Seen, FallingObjectData Alert, TrackDocument Track, Task<IReadOnlyList<MediaReference>> Stored);
}
