using System.Numerics;

namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>Paints convex polygons with smooth edges.</summary>
internal static class PolygonPaint
{
    /// <summary>Rows that one row of pixels is split into.</summary>
    private const int Lines = 4;

    /// <param name="target">What is painted on.</param>
    /// <param name="corners">At least 3, in either sense; may lie beyond the picture.</param>
    /// <param name="top">Colour at the polygon's highest row.</param>
    /// <param name="bottom">Colour at its lowest row.</param>
    /// <param name="share">How much it hides, 0..1.</param>
    public static void Fill(PaintTarget target, ReadOnlySpan<Vector2> corners, Vector3 top, Vector3 bottom, float share = 1)
    {
        var (least, most) = (float.MaxValue, float.MinValue);
        foreach (var corner in corners)
        {
            (least, most) = (Math.Min(least, corner.Y), Math.Max(most, corner.Y));
        }

        var (first, last) = (Math.Max(0, (int)MathF.Floor(least)), Math.Min(target.Height - 1, (int)MathF.Ceiling(most) - 1));
        Span<(float From, float To)> spans = stackalloc (float, float)[Lines];
        for (var y = first; y <= last; y++)
        {
            var (from, to) = (float.MaxValue, float.MinValue);
            for (var line = 0; line < Lines; line++)
            {
                spans[line] = Span(corners, y + ((line + 0.5f) / Lines));
                (from, to) = (Math.Min(from, spans[line].From), Math.Max(to, spans[line].To));
            }

            var colour = Vector3.Lerp(top, bottom, Math.Clamp((y + 0.5f - least) / (most - least), 0, 1));
            for (var x = Math.Max(0, (int)Math.Max(from, -1)); x < Math.Min(target.Width, to); x++)
            {
                var covered = 0f;
                foreach (var span in spans)
                {
                    covered += Math.Max(0, Math.Min(x + 1, span.To) - Math.Max(x, span.From));
                }

                target.Blend(x, y, colour, share * covered / Lines);
            }
        }
    }

    /// <summary>Where a row crosses a convex polygon; empty where it does not.</summary>
    private static (float From, float To) Span(ReadOnlySpan<Vector2> corners, float y)
    {
        var (from, to) = (float.MaxValue, float.MinValue);
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            if (a.Y <= y != b.Y <= y)
            {
                var x = a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X));
                (from, to) = (Math.Min(from, x), Math.Max(to, x));
            }
        }

        return (from, to);
    }
}
