using System.Threading.Channels;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.Evidence;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>
/// Freezes what the nearest cameras have seen the moment a button is pressed, and hands the clips on as evidence once their time has
/// passed. A camera that has none costs its own clip alone.
/// </summary>
internal sealed class SosEvidence(
    IDeviceDirectory devices,
    SosMapping mapping,
    ClipKeeper keeper,
    IJournal journal,
    ILogger<SosEvidence> logger)
    : BackgroundService, IObservationListener
{
    /// <summary>Calls whose clips wait to be cut. More at once would be a hundred lights pressed within seconds.</summary>
    private const int Capacity = 100;

    private readonly Channel<Frozen> _frozen = Channel.CreateBounded<Frozen>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });

    /// <inheritdoc/>
    public void Seen(Observation observation)
    {
        if (observation is not SosObserved { Event: StreetlightEvent.Pressed } sos)
        {
            return;
        }

        foreach (var camera in NearestCameras.To(sos.Device, devices, camera => camera.Clips.Absent is null))
        {
            var pin = camera.Clips.Pin(ClipSpan.Around(sos.At));
            if (!_frozen.Writer.TryWrite(new Frozen(sos, camera, pin)))
            {
                pin.Dispose();
                SosLog.TooManyCalls(logger, sos.Device.Value, camera.Id.Value);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        keeper.Prepare();
        await SideBySide.RunAsync(_frozen.Reader, one => KeepAsync(one, stoppingToken), stoppingToken);
    }

    private async Task KeepAsync(Frozen frozen, CancellationToken cancellationToken)
    {
        var (sos, camera, pin) = frozen;
        try
        {
            var clip = await keeper.KeepAsync(camera.Clips, pin, SosData.ClipRole, look: null, cancellationToken);
            await TellAsync(sos, WordsOf(camera, clip.Clip), clip.Media);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await MissAsync(frozen, "the gateway was stopped", new("网关停止", "the gateway was stopped"), null);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one clip throws must not cost the others theirs.
        catch (Exception error)
#pragma warning restore CA1031
        {
            await MissAsync(frozen, error.Message, ClipFault.WordsOf(error), error);
        }
        finally
        {
            pin.Dispose();
        }
    }

    private async Task TellAsync(SosObserved sos, LocalizedText words, IReadOnlyList<MediaReference> clips) => await journal.AppendAsync(
        JournalEntry.Of(EventKind.Sos, EventPriority.High, sos.Device.Value, mapping.DataOf(sos, SosPhase.Evidence, words), clips), CancellationToken.None);

    /// <summary>An officer who waits for a clip is told that none will come, and why.</summary>
    private async Task MissAsync(Frozen frozen, string reason, LocalizedText words, Exception? error)
    {
        var (sos, camera, _) = frozen;
        SosLog.NoClip(logger, sos.Device.Value, camera.Id.Value, reason, error);
        try
        {
            await TellAsync(sos, new($"{camera.Name.Zh}没有录像：{words.Zh}", $"No video of {camera.Name.En}: {words.En}"), []);
        }
        catch (JournalUnavailableException unavailable)
        {
            SosLog.NoClip(logger, sos.Device.Value, camera.Id.Value, unavailable.Message, unavailable);
        }
    }

    private static LocalizedText WordsOf(IRecordedCamera camera, Clip clip)
    {
        var seconds = (clip.End - clip.Start).TotalSeconds;
        return clip.Warning is { } warning
            ? new($"{camera.Name.Zh}的录像（{seconds:0} 秒）：{warning.Zh}", $"Video of {camera.Name.En} ({seconds:0} s): {warning.En}")
            : new($"{camera.Name.Zh}的录像（{seconds:0} 秒）", $"Video of {camera.Name.En} ({seconds:0} s)");
    }

    private sealed record Frozen(SosObserved Sos, IRecordedCamera Camera, ClipPin Pin);
}
