using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Journal;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Takes up what the gateway's end left undone, before the devices start: falls whose evidence is not on record get their clip from the ring
/// where it is still there, and are told that there is none where it is not; falls that come now join the incident that was under way. A
/// journal that cannot be read keeps nothing from starting.
/// </summary>
internal sealed class FallsAfterRestart(
    IDeviceDirectory devices,
    RecordedFalls recorded,
    IMediaStore media,
    FallIncidents incidents,
    FallBoard board,
    FallEvidence evidence,
    IOptions<FallingObjectOptions> options,
    TimeProvider clock,
    ILogger<FallsAfterRestart> logger) : IHostedService
{
    /// <summary>Falls of the last week are shown.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromDays(7);

    /// <summary>Long after the last ring has let go of its video, an officer is still to be told that none will come.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromDays(1);

    /// <summary>No more at once than a ring pins; the newest are the ones whose video may be there.</summary>
    private const int Most = 32;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            var falls = await recorded.SinceAsync(now - Shown, cancellationToken);
            foreach (var fall in falls)
            {
                incidents.Restore(fall.Alert);
                board.Add(fall);
            }

            var undone = falls.Where(fall => fall.Evidence is null && fall.Record.Time > now - Told).TakeLast(Most).ToList();
            foreach (var fall in undone)
            {
                evidence.Gather(await PendingOfAsync(fall, cancellationToken));
            }

            if (undone.Count > 0)
            {
                FallsLog.TakenUp(logger, undone.Count);
            }
        }
        catch (JournalUnavailableException error)
        {
            FallsLog.NotTakenUp(logger, error);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<PendingEvidence> PendingOfAsync(RecordedFall fall, CancellationToken cancellationToken)
    {
        var camera = devices.Of<IFallingObjectCamera>().FirstOrDefault(camera => camera.Id.Value == fall.Alert.Device);
        ClipPin? pin = camera is { Clips.Absent: null } ? camera.Clips.Pin(FallClip.SpanOf(fall.Alert.BeganAt, fall.Alert.EndedAt, options.Value)) : null;
        return new PendingEvidence(camera, pin, fall.Alert, await TrackOfAsync(fall, cancellationToken), Task.FromResult(fall.Record.Media)) { AfterRestart = true };
    }

    private async Task<TrackDocument?> TrackOfAsync(RecordedFall fall, CancellationToken cancellationToken)
    {
        try
        {
            return fall.Record.Media.FirstOrDefault(medium => medium.Role == FallingObjectData.TrackRole) is { } track
                && await media.ReadAsync(track.Sha256, cancellationToken) is { } bytes
                ? TrackDocument.Read(bytes)
                : null;
        }
        catch (JournalUnavailableException error)
        {
            FallsLog.NoEvidence(logger, fall.Alert.Device, fall.Alert.ObjectId, error);
            return null;
        }
    }
}
