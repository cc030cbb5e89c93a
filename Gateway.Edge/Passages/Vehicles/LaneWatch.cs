using Gateway.Cloud.Contract;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Tracking;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>
/// Looks at one barrier's camera and tells its lane what it sees. Whatever goes wrong with the picture or the models leaves the lane to the
/// guard, with the reason, and is tried again.
/// </summary>
internal sealed class LaneWatch(
    IVehicleBarrier barrier, IPlateWatcherFactory watchers, LaneInbox inbox, LaneHealth health, LaneOptions options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>How often the camera is asked whether its picture is sound.</summary>
    private static readonly TimeSpan AskCamera = TimeSpan.FromSeconds(5);

    private static readonly LocalizedText NoPicture = new("摄像机没有画面：请检查摄像机电源和网络", "The camera shows no picture: check its power and its network");

    private bool _sawAny;
    private long _asked; // timestamp of the last question to the camera; 0 for none yet

    /// <summary>The lane wants a picture of what stands before the arm without a plate. Set by the lane, read here.</summary>
    public volatile bool WantsPicture;

    private PixelBox? Region => barrier.Lane!.Region is { } part ? new PixelBox((float)part.X, (float)part.Y, (float)part.Width, (float)part.Height) : null;

    /// <summary>Looks until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var delay = FirstDelay; ; delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, LongestDelay.Ticks)))
        {
            var began = time.GetTimestamp();
            try
            {
                await LookAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // Supervision boundary: whatever reading plates throws leaves the lane to the guard, and is tried again.
            catch (Exception error)
#pragma warning restore CA1031
            {
                delay = time.GetElapsedTime(began) > LongestDelay ? FirstDelay : delay;
                LanesLog.WatchFailed(logger, barrier.Id, delay, error);
                health.Set(LaneTrouble.Reading, WordsOf(error));
            }

            await Task.Delay(delay, time, cancellationToken);
        }
    }

    // Words of the outside world's faults are for people; anything else stays in the log.
    private static LocalizedText WordsOf(Exception error) => error is ModelFaultException
        ? new($"车牌识别模型无法使用：{error.Message}", $"The plate models cannot be used: {error.Message}")
        : new("车牌识别出错，正在自动重新开始；若反复出现，请查看网关日志", $"Reading plates failed and begins again ({error.GetType().Name}); see the gateway's log");

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var watcher = watchers.Create(Region);
        using var models = watcher as IDisposable;
        while (true)
        {
            if (await NextAsync(cancellationToken) is not { } next)
            {
                health.Set(LaneTrouble.Camera, barrier.CameraTrouble?.Localized() ?? NoPicture);
                continue;
            }

            using var frame = next;
            Tell(watcher.Look(frame.Image, frame.CapturedAt), watcher.InView, frame.Image);
            health.Works(LaneTrouble.Reading);
            if (_asked == 0 || time.GetElapsedTime(_asked) >= AskCamera)
            {
                _asked = time.GetTimestamp();
                health.Set(LaneTrouble.Camera, barrier.CameraTrouble?.Localized());
            }
        }
    }

    /// <summary>The next frame; null where none comes in time.</summary>
    private async ValueTask<VideoFrame?> NextAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.NoPictureAfter, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await barrier.Camera!.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _asked = 0;
            return null;
        }
    }

    private void Tell(IReadOnlyList<PlateSighting> sightings, IReadOnlyList<PlateInView>? inView, BgrImage image)
    {
        var any = sightings.Count > 0 || inView is { Count: > 0 };
        var height = image.Height; // the image itself is gone by then
        if ((any || _sawAny) && !inbox.TryPost((machine, now) => machine.See(sightings, inView, now, height)) && sightings.Count > 0)
        {
            LanesLog.FrameLost(logger, barrier.Id);
        }

        _sawAny = any;
        if (WantsPicture)
        {
            WantsPicture = false;
            var picture = VehiclePicture.EncodePart(image, Region);
            inbox.TryPost((machine, _) => machine.Picture(picture));
        }
    }
}
