using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.FallingObjects.Physics;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>Draws an outcome into the current frame of its clip.</summary>
internal static class OutcomeSketch
{
    /// <summary>Steps of the fitted path.</summary>
    private const int Steps = 60;

    private static readonly Ink s_true = new(0, 200, 0);
    private static readonly Ink s_told = new(40, 40, 255);
    private static readonly Ink s_fitted = new(0, 220, 255);

    /// <summary>The frame in grey, the drawing in colours.</summary>
    public static BgrImage Of(IClipFrames frames, FallOutcome outcome)
    {
        var view = frames.View;
        var sketch = Sketch.Over(frames.Luma.Span, view.Width, view.Height);
        if (outcome.Truth is { } truth)
        {
            var scale = (double)view.Height / frames.TruthHeight;
            foreach (var point in truth.Points)
            {
                // One pixel of air, so that the thing itself stays visible.
                sketch.Box(point.X * scale, point.Y * scale, (point.Width * scale) + 3, (point.Height * scale) + 3, s_true);
            }
        }

        if (outcome.Told is { } told)
        {
            Path(sketch, view, told.Fall);
            foreach (var point in told.Fall.Track)
            {
                sketch.Dot(point.X, point.Y, s_told);
            }
        }

        return sketch.Image;
    }

    private static void Path(Sketch sketch, FallView view, Fall fall)
    {
        if (new FallPathFinder(view, new FallSettings()).Find([.. fall.Track]) is not { } path)
        {
            return;
        }

        var before = path.At(fall.Began);
        for (var step = 1; step <= Steps; step++)
        {
            var next = path.At(fall.Began + (fall.Duration * step / Steps));
            sketch.Line(before, next, s_fitted);
            before = next;
        }
    }
}
