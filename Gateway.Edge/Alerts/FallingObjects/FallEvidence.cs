using System.Threading.Channels;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Alerts.Evidence;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Gathers the evidence of alerts on record and records it, all of it named by hash, or tells why a part of it will not come. What a stop
/// leaves undone is taken up at the next start (<see cref="FallsAfterRestart"/>).
/// </summary>
internal sealed class FallEvidence(
    ClipKeeper keeper, MaskedClips masked, FallBoard board, IJournal journal, TimeProvider time, ILogger<FallEvidence> logger) : BackgroundService
{
    /// <summary>Clips in the making at once: no more than a camera's ring pins. Falls beyond that keep their pictures alone, and are told so.</summary>
    private const int Most = 64;

    /// <summary>Falls that wait before this has started.</summary>
    private const int Capacity = 512;

    /// <summary>Tries for a clip after a start, until the ring has been read.</summary>
    private const int Tries = 6;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly Channel<PendingEvidence> _pending =
        Channel.CreateBounded<PendingEvidence>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });

    private int _inWork;

    /// <summary>Takes an alert on record; returns at once.</summary>
    public void Gather(PendingEvidence told)
    {
        var pending = told with { TooMany = Interlocked.Increment(ref _inWork) > Most };
        if (pending.TooMany)
        {
            pending.Pin?.Dispose();
        }

        if (!_pending.Writer.TryWrite(pending))
        {
            Interlocked.Decrement(ref _inWork);
            pending.Pin?.Dispose();
            FallsLog.TooMuchEvidence(logger, pending.Alert.Device, pending.Alert.ObjectId);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        keeper.Prepare();
        await SideBySide.RunAsync(_pending.Reader, one => GatherAsync(one, stoppingToken), stoppingToken);
    }

    private async Task GatherAsync(PendingEvidence pending, CancellationToken stoppingToken)
    {
        try
        {
            List<MediaReference> media = [];
            var pictures = await PicturesAsync(pending, media);
            var clip = await ClipAsync(pending, media, stoppingToken);
            pending.Pin?.Dispose(); // a journal that is not well must not hold the ring
            var data = FallMapping.EvidenceOf(pending.Alert, pictures is null ? clip : new($"{clip.Zh}；{pictures.Zh}", $"{clip.En}; {pictures.En}"));
            await AppendAsync(data, media, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            FallsLog.EvidenceLater(logger, pending.Alert.Device, pending.Alert.ObjectId);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever the evidence of one fall throws must not cost the others theirs.
        catch (Exception error)
#pragma warning restore CA1031
        {
            FallsLog.NoEvidence(logger, pending.Alert.Device, pending.Alert.ObjectId, error);
        }
        finally
        {
            pending.Pin?.Dispose();
            Interlocked.Decrement(ref _inWork);
        }
    }

    // A full disk may be well again; what is not on record at the end is taken up at the next start.
    private async Task AppendAsync(FallingObjectData data, List<MediaReference> media, CancellationToken stoppingToken)
    {
        for (var delay = FirstDelay; ; delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, LongestDelay.Ticks)))
        {
            try
            {
                var record = await journal.AppendAsync(
                    JournalEntry.Of(EventKind.FallingObject, EventPriority.High, data.Device, data, media), CancellationToken.None);
                board.Complete(record, data);
                return;
            }
            catch (JournalUnavailableException error) when (!stoppingToken.IsCancellationRequested)
            {
                FallsLog.EvidenceAgain(logger, data.Device, data.ObjectId, delay, error);
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Adds path and stills; the words of what is missing, null when nothing is.</summary>
    private async Task<LocalizedText?> PicturesAsync(PendingEvidence pending, List<MediaReference> media)
    {
        try
        {
            media.AddRange(await pending.Stored);
            return media.Any(medium => medium.Role == FallingObjectData.StillRole)
                ? null
                : new("没有轨迹图：当时没有画面", "no picture of the path: there was no frame of it");
        }
        catch (Exception error) when (error is JournalUnavailableException or ArgumentException)
        {
            FallsLog.NoEvidence(logger, pending.Alert.Device, pending.Alert.ObjectId, error);
            return new($"轨迹图无法保存：{ClipFault.CauseZh(error)}", $"the picture of the path could not be stored ({error.Message})");
        }
    }

    /// <summary>Adds the clip and its masked copy; what became of them in words.</summary>
    private async Task<LocalizedText> ClipAsync(PendingEvidence pending, List<MediaReference> media, CancellationToken stoppingToken)
    {
        var name = pending.Alert.DeviceName;
        if (pending.Camera is not { } camera)
        {
            return Missing(name, new("该摄像机已不在硬件文件中", "the camera is no longer in the hardware file"));
        }

        if (pending.TooMany)
        {
            FallsLog.NoClip(logger, camera.Id, pending.Alert.ObjectId, "too many falls at once");
            return Missing(name, new("同时发生的坠落过多，录像来不及保存", "there were too many falls at once for each to keep its video"));
        }

        if (camera.Clips.Absent is not null || pending.Pin is null)
        {
            return Missing(name, camera.Clips.Absent is { } why ? new(why.Zh, why.En) : new("当时未录像", "nothing was recorded then"));
        }

        try
        {
            var clip = await CutAsync(pending, camera, media, stoppingToken);
            var seconds = (clip.End - clip.Start).TotalSeconds;
            return clip.Warning is { } warning
                ? new($"{name.Zh}的录像（{seconds:0} 秒）：{warning.Zh}", $"Video of {name.En} ({seconds:0} s): {warning.En}")
                : new($"{name.Zh}的录像（{seconds:0} 秒）", $"Video of {name.En} ({seconds:0} s)");
        }
        catch (Exception error) when (error is DeviceFaultException or JournalUnavailableException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            FallsLog.NoClip(logger, camera.Id, pending.Alert.ObjectId, error.Message);
            return Missing(name, ClipFault.WordsOf(error));
        }
    }

    private async Task<Clip> CutAsync(PendingEvidence pending, IFallingObjectCamera camera, List<MediaReference> media, CancellationToken stoppingToken)
    {
        for (var left = pending.AfterRestart ? Tries : 1; ; left--)
        {
            try
            {
                MediaReference? copy = null;
                var kept = await keeper.KeepAsync(
                    camera.Clips, pending.Pin!, FallingObjectData.ClipRole, async clip => copy = await MaskAsync(clip, pending, camera, stoppingToken), stoppingToken);
                media.AddRange(kept.Media);
                media.AddRange(copy is null ? [] : [copy]);
                return kept.Clip;
            }
            catch (DeviceFaultException) when (left > 1)
            {
                await Task.Delay(Again, time, stoppingToken);
            }
        }
    }

    // The original is what proves; without its masked copy property staff see the still alone.
    private async Task<MediaReference?> MaskAsync(Clip clip, PendingEvidence pending, IFallingObjectCamera camera, CancellationToken stoppingToken)
    {
        if (pending.Track is null)
        {
            return null;
        }

        try
        {
            return await masked.MakeAsync(clip, pending.Track, stoppingToken);
        }
        catch (Exception error) when (error is DeviceFaultException or JournalUnavailableException or ArgumentException or IOException)
        {
            FallsLog.NoMaskedClip(logger, camera.Id, pending.Alert.ObjectId, error.Message);
            return null;
        }
    }

    private static LocalizedText Missing(LocalizedText camera, LocalizedText why) => new($"{camera.Zh}没有录像：{why.Zh}", $"No video of {camera.En}: {why.En}");
}
