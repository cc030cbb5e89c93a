using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

/// <summary>Falls on their way to the record.</summary>
internal static class SampleFalls
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static SeenFall Seen(FacadeCamera camera, int floor = 9, double secondsAfterNoon = 0, StillFrame? frame = null)
    {
        var fall = Falls.Of(floor, camera.Width, camera.Height);
        var began = Noon.AddSeconds(secondsAfterNoon);
        return new SeenFall(
            camera,
            new FallView(camera.Width, camera.Height, camera.Facade.Region, camera.Facade.Ignore, camera.Facade.Calibration, camera.Facade.Columns),
            fall,
            began,
            began + fall.Duration,
            frame ?? new StillFrame(Enumerable.Repeat((byte)100, camera.Width * camera.Height).ToArray(), camera.Width, camera.Height, TimeSpan.FromSeconds(1)));
    }

    public static TrackDocument TrackOf(SeenFall seen) =>
        TrackDocument.Of(seen, FallMapping.AlertOf(seen, Guid.CreateVersion7(), 1, test: false), new { gravity = 9.81 });
}
