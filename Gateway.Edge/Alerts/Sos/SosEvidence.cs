using System.Threading.Channels;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>
/// Freezes what the nearest cameras have seen the moment a button is pressed, and hands the clips on as evidence once their time has
/// passed. A camera that has none costs its own clip alone.
/// </summary>
internal sealed class SosEvidence(
    IDeviceDirectory devices, SosMapping mapping, IMediaStore media, IJournal journal, JournalPaths paths, ILogger<SosEvidence> logger)
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

        foreach (var camera in NearestCameras.To(sos.Device, devices).Where(camera => camera.Clips.Absent is null))
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
        // Cutting waits for the seconds after the press, so calls wait side by side; the cutter itself bounds what runs at once.
        HashSet<Task> running = [];
        try
        {
            await foreach (var frozen in _frozen.Reader.ReadAllAsync(stoppingToken))
            {
                running.RemoveWhere(task => task.IsCompleted);
                running.Add(Task.Run(() => KeepAsync(frozen, stoppingToken), CancellationToken.None));
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    private async Task KeepAsync(Frozen frozen, CancellationToken cancellationToken)
    {
        var (sos, camera, pin) = frozen;
        var file = Path.Combine(paths.Media, $"{Guid.NewGuid():N}.tmp");
        try
        {
            var clip = await camera.Clips.CutAsync(pin, file, cancellationToken);
            var stored = await media.StoreAsync(await File.ReadAllBytesAsync(file, cancellationToken), "video/mp4", SosData.ClipRole, cancellationToken);
            await journal.AppendAsync(
                JournalEntry.Of(EventKind.Sos, EventPriority.High, sos.Device.Value, mapping.DataOf(sos, SosPhase.Evidence, WordsOf(camera, clip)), stored),
                CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            SosLog.NoClip(logger, sos.Device.Value, camera.Id.Value, "the gateway stops", null);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one clip throws must not cost the others theirs.
        catch (Exception error)
#pragma warning restore CA1031
        {
            SosLog.NoClip(logger, sos.Device.Value, camera.Id.Value, error.Message, error);
        }
        finally
        {
            pin.Dispose();
            File.Delete(file);
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
