using System.Numerics;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Finding;

/// <summary>
/// Turns the detector's map of "how much is this text" into boxes, as its authors do (M. Liao et al., "Real-time scene text detection with
/// differentiable binarization", 2020): connected places above a threshold, the smallest rectangle around each, its mean, and then the
/// rectangle grown, because the network is taught shrunken text. One thread at a time; grows to the largest map and then allocates nothing.
/// </summary>
internal sealed class TextRegions
{
    /// <summary>Least short side of a rectangle before it is grown, in places of the map.</summary>
    private const float LeastSide = 3;

    private int[] _stack = [];
    private bool[] _seen = [];
    private Vector2[] _points = [];
    private Vector2[] _hull = [];
    private int[] _left = [];
    private int[] _right = [];

    /// <summary>Fills <paramref name="boxes"/> with rectangles in places of the map, in reading order; returns their number.</summary>
    /// <param name="map">Probabilities, row by row.</param>
    /// <param name="width">Places in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="thresholds">From when on a place, and a rectangle, is text.</param>
    /// <param name="boxes">Where the rectangles go.</param>
    public int Find(ReadOnlySpan<float> map, int width, int height, TextThresholds thresholds, Span<TextBox> boxes)
    {
        var placeThreshold = thresholds.Place;
        Reserve(width, height);
        _seen.AsSpan(0, map.Length).Clear();
        var count = 0;
        for (var start = Next(map, 0, placeThreshold); start < map.Length && count < boxes.Length; start = Next(map, start + 1, placeThreshold))
        {
            if (_seen[start])
            {
                continue;
            }

            var (top, bottom) = Flood(map, width, height, start, placeThreshold);
            var points = 0;
            for (var row = top; row <= bottom; row++)
            {
                // The corners of the outermost places of each row enclose the whole region.
                _points[points++] = new Vector2(_left[row], row);
                _points[points++] = new Vector2(_left[row], row + 1);
                _points[points++] = new Vector2(_right[row] + 1, row);
                _points[points++] = new Vector2(_right[row] + 1, row + 1);
            }

            var corners = thresholds.Corners ? Corners(_points.AsSpan(0, points)) : default;
            var rectangle = SmallestRectangle.Around(_points.AsSpan(0, points), _hull);
            var (across, along) = (rectangle.Width, rectangle.Height);
            if (Math.Min(across, along) < LeastSide)
            {
                continue;
            }

            var score = Mean(map, width, height, rectangle);
            if (score >= thresholds.Box)
            {
                var grown = SmallestRectangle.Grow(rectangle, thresholds.Growth * across * along / (2 * (across + along)));
                boxes[count++] = new TextBox(thresholds.Corners ? corners : grown, score);
            }
        }

        return count;
    }

    /// <summary>The next place above a threshold, the map's length where there is none: most of a map is nothing.</summary>
    private static int Next(ReadOnlySpan<float> map, int from, float threshold)
    {
        var limit = new Vector<float>(threshold);
        while (from <= map.Length - Vector<float>.Count && Vector.LessThanOrEqualAll(new Vector<float>(map[from..]), limit))
        {
            from += Vector<float>.Count;
        }

        while (from < map.Length && !(map[from] > threshold))
        {
            from++;
        }

        return from;
    }

    /// <summary>Marks the region around a place; returns its first and last row, with each row's outermost places noted.</summary>
    private (int Top, int Bottom) Flood(ReadOnlySpan<float> map, int width, int height, int start, float placeThreshold)
    {
        var (top, bottom) = (start / width, start / width);
        (_left[top], _right[top]) = (width, -1);
        var depth = 0;
        _stack[depth++] = start;
        _seen[start] = true;
        while (depth > 0)
        {
            var place = _stack[--depth];
            var (row, column) = (place / width, place % width);
            for (; top > row; _left[top] = width, _right[top] = -1)
            {
                top--;
            }

            for (; bottom < row; _left[bottom] = width, _right[bottom] = -1)
            {
                bottom++;
            }

            (_left[row], _right[row]) = (Math.Min(_left[row], column), Math.Max(_right[row], column));
            for (var y = Math.Max(0, row - 1); y <= Math.Min(height - 1, row + 1); y++)
            {
                for (var x = Math.Max(0, column - 1); x <= Math.Min(width - 1, column + 1); x++)
                {
                    var next = (y * width) + x;
                    if (!_seen[next] && map[next] > placeThreshold)
                    {
                        _seen[next] = true;
                        _stack[depth++] = next;
                    }
                }
            }
        }

        return (top, bottom);
    }

    /// <summary>The points furthest to the top left, top right, bottom right and bottom left.</summary>
    private static Quad Corners(ReadOnlySpan<Vector2> points)
    {
        var (first, second, third, fourth) = (points[0], points[0], points[0], points[0]);
        foreach (var point in points)
        {
            first = point.X + point.Y < first.X + first.Y ? point : first;
            second = point.X - point.Y > second.X - second.Y ? point : second;
            third = point.X + point.Y > third.X + third.Y ? point : third;
            fourth = point.X - point.Y < fourth.X - fourth.Y ? point : fourth;
        }

        return new Quad(first, second, third, fourth);
    }

    /// <summary>Mean of the map inside a rectangle.</summary>
    private static float Mean(ReadOnlySpan<float> map, int width, int height, Quad rectangle)
    {
        var bounds = rectangle.Bounds;
        var (origin, along, down) = (rectangle.TopLeft, rectangle.TopRight - rectangle.TopLeft, rectangle.BottomLeft - rectangle.TopLeft);
        var (alongScale, downScale) = (1 / along.LengthSquared(), 1 / down.LengthSquared());
        var (sum, count) = (0f, 0);
        for (var y = Math.Max(0, (int)bounds.Y); y < Math.Min(height, bounds.Bottom); y++)
        {
            for (var x = Math.Max(0, (int)bounds.X); x < Math.Min(width, bounds.Right); x++)
            {
                var place = new Vector2(x + 0.5f, y + 0.5f) - origin;
                if (Vector2.Dot(place, along) * alongScale is >= 0 and <= 1 && Vector2.Dot(place, down) * downScale is >= 0 and <= 1)
                {
                    sum += map[(y * width) + x];
                    count++;
                }
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    private void Reserve(int width, int height)
    {
        if (_stack.Length < width * height)
        {
            (_stack, _seen) = (new int[width * height], new bool[width * height]);
        }

        if (_left.Length < height)
        {
            (_left, _right, _points, _hull) = (new int[height], new int[height], new Vector2[4 * height], new Vector2[(4 * height) + 1]);
        }
    }
}
