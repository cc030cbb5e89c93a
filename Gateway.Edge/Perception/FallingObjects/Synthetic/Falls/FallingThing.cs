using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

/// <summary>A thing on its way down, as the camera sees it, with its image in a pane where there is one. Not thread-safe.</summary>
/// <param name="camera">Who looks.</param>
/// <param name="motion">How it falls.</param>
/// <param name="look">What it looks like.</param>
/// <param name="left">When it leaves the hand, the stream's seconds.</param>
/// <param name="shutter">How long the shutter is open, seconds.</param>
/// <param name="mirror">The pane that shows it again; null for none.</param>
/// <param name="exposure">Where it is added up; may be shared by the things of one scene.</param>
internal sealed class FallingThing(
    SceneCamera camera, FallMotion motion, ThingLook look, double left, double shutter, Mirror? mirror, Exposure exposure) : ISceneActor
{
    /// <summary>Enough that a streak of the fastest has no gaps.</summary>
    private const int MostMoments = 64;

    /// <summary>Where it is seen in a frame, the streak included; null where it is not in the picture or not falling.</summary>
    /// <param name="seconds">The middle of the exposure.</param>
    /// <param name="shakeX">How far the picture has moved to the right.</param>
    /// <param name="shakeY">How far the picture has moved down.</param>
    public PixelArea? Box(double seconds, double shakeX, double shakeY) =>
        Open(seconds) is var (from, to) && from < to ? Area(from, to, null).Moved(shakeX, shakeY).Within(camera.Width, camera.Height) : null;

    /// <summary>The share of its own contrast that the densest pixel of a frame has, 0..1.</summary>
    public double Density(double seconds)
    {
        var (from, to) = Open(seconds);
        if (from >= to)
        {
            return 0;
        }

        Expose(from, to, 0, 0, null);
        return exposure.Densest();
    }

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var (from, to) = Open(seconds);
        if (from >= to)
        {
            return;
        }

        if (mirror is not null)
        {
            Expose(from, to, canvas.ShakeX, canvas.ShakeY, mirror);
            exposure.Over(canvas, look.Level, mirror.Strength);
        }

        Expose(from, to, canvas.ShakeX, canvas.ShakeY, null);
        exposure.Over(canvas, look.Level, 1);
    }

    /// <summary>The part of an exposure in which it falls.</summary>
    private (double From, double To) Open(double seconds) =>
        (Math.Max(seconds - (shutter / 2) - left, 0), Math.Min(seconds + (shutter / 2) - left, motion.Lands));

    private void Expose(double from, double to, double shakeX, double shakeY, Mirror? pane)
    {
        exposure.Begin(Area(from, to, pane).Moved(shakeX, shakeY));
        var moments = Moments(from, to, pane);
        var share = (float)((to - from) / shutter / moments);
        for (var i = 0; i < moments; i++)
        {
            var seen = See(double.Lerp(from, to, (i + 0.5) / moments), pane);
            if (pane is null || pane.Shows(camera, seen))
            {
                exposure.Add(seen with { X = seen.X + shakeX, Y = seen.Y + shakeY }, look.Round, share);
            }
        }
    }

    private PixelArea Area(double from, double to, Mirror? pane)
    {
        var area = PixelArea.Of(See(from, pane));
        var moments = Moments(from, to, pane);
        for (var i = 1; i <= moments; i++)
        {
            area = area.With(PixelArea.Of(See(double.Lerp(from, to, i / (double)moments), pane)));
        }

        return area;
    }

    private int Moments(double from, double to, Mirror? pane)
    {
        var (a, b) = (See(from, pane), See(to, pane));
        var way = double.Hypot(b.X - a.X, b.Y - a.Y) + Math.Abs(look.Spin * (to - from) * a.HalfLong);
        return Math.Clamp((int)Math.Ceiling(way / Math.Max(0.5, a.HalfShort / 3)), 1, MostMoments);
    }

    private PixelThing See(double since, Mirror? pane)
    {
        var (x, y, offset) = motion.At(since);
        (x, offset) = pane is null ? (x, offset) : (x + pane.Aside, -offset);
        var (px, py, scale) = camera.See(x, y, offset);
        var (half, root) = (look.Length * scale / 2, Math.Sqrt(look.Aspect));
        return new PixelThing(px, py, half * root, half / root, look.Angle + (look.Spin * since));
    }
}
