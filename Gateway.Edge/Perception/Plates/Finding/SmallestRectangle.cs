using System.Numerics;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Finding;

/// <summary>The smallest rectangle, at any angle, around points: one of its sides lies on a side of their convex hull.</summary>
internal static class SmallestRectangle
{
    /// <summary>
    /// The rectangle, its first corner top left as seen by a reader of text that runs from left to right, at most 45 degrees tilted.
    /// </summary>
    /// <param name="points">At least one; they are sorted.</param>
    /// <param name="hull">Room for as many points and one more.</param>
    public static Quad Around(Span<Vector2> points, Span<Vector2> hull)
    {
        var count = Hull(points, hull);
        var (least, best) = (float.MaxValue, default(Quad));
        for (var index = 0; index < count; index++)
        {
            var side = hull[(index + 1) % count] - hull[index];
            var length = side.Length();
            var axis = Upright(length > 0 ? side / length : Vector2.UnitX);
            var across = new Vector2(-axis.Y, axis.X);
            var (left, right, top, bottom) = (float.MaxValue, float.MinValue, float.MaxValue, float.MinValue);
            foreach (var point in hull[..count])
            {
                var (along, down) = (Vector2.Dot(point, axis), Vector2.Dot(point, across));
                (left, right) = (Math.Min(left, along), Math.Max(right, along));
                (top, bottom) = (Math.Min(top, down), Math.Max(bottom, down));
            }

            var area = (right - left) * (bottom - top);
            if (area < least)
            {
                least = area;
                best = new Quad(
                    (left * axis) + (top * across), (right * axis) + (top * across), (right * axis) + (bottom * across), (left * axis) + (bottom * across));
            }
        }

        return best;
    }

    /// <summary>The rectangle moved outwards by a distance on every side.</summary>
    public static Quad Grow(Quad rectangle, float distance)
    {
        var axis = rectangle.TopRight - rectangle.TopLeft;
        axis = axis.Length() > 0 ? Vector2.Normalize(axis) : Vector2.UnitX;
        var across = new Vector2(-axis.Y, axis.X);
        var (a, b) = (axis * distance, across * distance);
        return new Quad(rectangle.TopLeft - a - b, rectangle.TopRight + a - b, rectangle.BottomRight + a + b, rectangle.BottomLeft - a + b);
    }

    /// <summary>The same line, or the one at right angles to it, that points to the right.</summary>
    private static Vector2 Upright(Vector2 axis)
    {
        axis = Math.Abs(axis.X) >= Math.Abs(axis.Y) ? axis : new Vector2(axis.Y, -axis.X);
        return axis.X < 0 ? -axis : axis;
    }

    /// <summary>Convex hull (A. M. Andrew's monotone chain, 1979); returns its number of points.</summary>
    private static int Hull(Span<Vector2> points, Span<Vector2> hull)
    {
        points.Sort(static (one, other) => one.X != other.X ? one.X.CompareTo(other.X) : one.Y.CompareTo(other.Y));
        var count = 0;
        foreach (var point in points)
        {
            count = Turn(hull, count, 0, point);
        }

        var lower = count - 1;
        for (var index = points.Length - 2; index >= 0; index--)
        {
            count = Turn(hull, count, lower, points[index]);
        }

        return Math.Max(1, count - 1);
    }

    private static int Turn(Span<Vector2> hull, int count, int first, Vector2 point)
    {
        while (count >= first + 2 && Cross(hull[count - 1] - hull[count - 2], point - hull[count - 1]) <= 0)
        {
            count--;
        }

        hull[count] = point;
        return count + 1;
    }

    private static float Cross(Vector2 one, Vector2 other) => (one.X * other.Y) - (one.Y * other.X);
}
