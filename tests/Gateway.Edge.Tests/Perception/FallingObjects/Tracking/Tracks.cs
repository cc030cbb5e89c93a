using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;
using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Tracking;

/// <summary>Short ways to blobs and tracks.</summary>
internal static class Tracks
{
    public const double FramesPerSecond = 25;

    public static TimeSpan TimeOf(long frame) => TimeSpan.FromSeconds(frame / FramesPerSecond);

    public static Blob BlobAt(double x, double y, int side = 6, float contrast = -40) => new((float)x, (float)y, (short)side, (short)side, side * side, contrast);

    public static FallPoint PointAt(long frame, double x, double y, double side = 6) => new(frame, TimeOf(frame), x, y, side, side);

    /// <summary>A track with a point in each frame, from the first on.</summary>
    public static Track Of(int frames, Func<double, (double X, double Y)> path, int side = 6, float contrast = -40)
    {
        var track = new Track();
        for (var frame = 0; frame < frames; frame++)
        {
            var (x, y) = path(frame / FramesPerSecond);
            if (frame == 0)
            {
                track.Begin(PointAt(frame, x, y, side), side * side, contrast);
            }
            else
            {
                track.Add(PointAt(frame, x, y, side), side * side, contrast);
            }
        }

        return track;
    }
}
