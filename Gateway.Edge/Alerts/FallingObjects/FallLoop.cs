using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>One camera's way from frame to fall. Runs on its own; what goes wrong here stays here.</summary>
internal sealed class FallLoop(
    IFallingObjectCamera camera, ILumaSource frames, IFallDetectorFactory detectors, Action<SeenFall> tell, FallHealth health, TimeProvider time)
{
    private readonly FallView _view = ViewOf(camera.Facade, frames);
    private readonly StreamClock _clock = new();
    private readonly StreamBreak _break = new();
    private readonly RecentFrames _recent = new();
    private readonly OverloadWatch _overload = new();

    /// <summary>Works the camera until cancelled. What was still falling then is told.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var detector = detectors.Create(_view);
        using var held = detector as IDisposable;
        while (true)
        {
            try
            {
                using var frame = await NextAsync(detector, cancellationToken);
                Look(detector, frame);
                if (_overload.Add(frame.CapturedAt, frames.Dropped))
                {
                    health.Tell(_overload.IsOverloaded, _overload.Share);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                Tell(detector.Finish());
                throw;
            }
        }
    }

    /// <summary>The next frame. Where none comes for too long, what was falling is told instead of waiting for the camera to come back.</summary>
    private async ValueTask<LumaFrame> NextAsync(IFallDetector detector, CancellationToken cancellationToken)
    {
        var reading = frames.ReadAsync(cancellationToken);
        if (reading.IsCompleted)
        {
            return await reading;
        }

        var next = reading.AsTask();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var late = Task.Delay(StreamBreak.LongestGap, time, patience.Token);
        if (await Task.WhenAny(next, late) == late && !cancellationToken.IsCancellationRequested)
        {
            Tell(detector.Finish());
        }

        await patience.CancelAsync();
        return await next;
    }

    private void Look(IFallDetector detector, LumaFrame frame)
    {
        if (_break.Before(frame))
        {
            Tell(detector.Finish());
            _clock.Restart();
            _recent.Clear();
        }

        _clock.Add(frame.StreamTime, frame.CapturedAt);
        _recent.Offer(frame);
        Tell(detector.Take(frame.Pixels.Span, frame.StreamTime));
    }

    private void Tell(IReadOnlyList<Fall> falls)
    {
        foreach (var fall in falls)
        {
            tell(new SeenFall(camera, _view, fall, _clock.WallOf(fall.Began), _clock.WallOf(fall.Ended), _recent.Of(fall)));
        }
    }

    private static FallView ViewOf(Facade facade, ILumaSource frames) =>
        new(frames.Width, frames.Height, facade.Region, facade.Ignore, facade.Calibration, facade.Columns);
}
