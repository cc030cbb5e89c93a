using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>One camera's way from frame to fall. Runs on its own; what goes wrong here stays here.</summary>
internal sealed class FallLoop(
    IFallingObjectCamera camera, ILumaSource frames, IFallDetectorFactory detectors, Action<SeenFall> tell, FallHealth health, TimeProvider time)
{
    private readonly FallView _view = ViewOf(camera.Facade, frames);
    private readonly PatientFrames _frames = new(frames, time);
    private readonly StreamClock _clock = new();
    private readonly StreamBreak _break = new();
    private readonly RecentFrames _recent = new();
    private readonly ShareWatch _overload = ShareWatch.OfLostFrames();
    private readonly ShareWatch _blindness = ShareWatch.OfBlindFrames();
    private long _dropped;

    /// <summary>Works the camera until cancelled. What was still falling then is told.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var detector = detectors.Create(_view);
        using var held = detector as IDisposable;
        while (true)
        {
            try
            {
                // What was falling is told instead of waiting for a camera that has gone silent.
                using var frame = await _frames.NextAsync(() => Tell(detector.Finish()), cancellationToken);
                var looked = Look(detector, frame);
                health.Works();
                if (looked && _blindness.Add(frame.CapturedAt, detector.Blind ? 1 : 0, 1))
                {
                    health.TellBlind(_blindness.InTrouble, _blindness.Share);
                }

                var lost = Lost();
                if (_overload.Add(frame.CapturedAt, lost, lost + 1))
                {
                    health.Tell(_overload.InTrouble, _overload.Share);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                Tell(detector.Finish());
                throw;
            }
        }
    }

    /// <summary>False for a frame that shows nothing new.</summary>
    private bool Look(IFallDetector detector, LumaFrame frame)
    {
        if (_break.Before(frame))
        {
            Tell(detector.Finish());
            _clock.Restart();
            _recent.Clear();
        }

        // A picture that is sent twice would look like a thing that stopped in the air.
        if (frame.Repeats)
        {
            return false;
        }

        _clock.Add(frame.StreamTime, frame.CapturedAt);
        _recent.Offer(frame);
        Tell(detector.Take(frame.Pixels.Span, frame.StreamTime));
        return true;
    }

    /// <summary>Frames lost since the frame before.</summary>
    private long Lost()
    {
        var (before, now) = (_dropped, frames.Dropped);
        _dropped = now;
        return Math.Max(0, now - before);
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
