using System.Numerics;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Finding;

/// <summary>
/// Which lines of text, alone or together, may be a plate. Detectors part the province from the rest, or the two rows of a lorry's plate, or
/// join both rows into one box; so every plausible way to see it is named, and reading decides. One thread at a time.
/// </summary>
internal sealed class PlatePlaces
{
    /// <summary>Width over height of one row of seven or eight characters, with room for slanted views.</summary>
    private const float LeastAspect = 1.9f, MostAspect = 9;

    /// <summary>Width over height of a box that may hold two rows; such a plate is 440 x 220 mm.</summary>
    private const float LeastAspectOfTwo = 1.1f, MostAspectOfTwo = 2.9f;

    /// <summary>Rows lower than this many pixels cannot be read.</summary>
    private const float LeastHeight = 7;

    /// <summary>Cosine of the most that two boxes of one plate may be turned against each other: 15 degrees.</summary>
    private const float Parallel = 0.966f;

    private readonly List<PlatePlace> _places = [];
    private readonly Vector2[] _corners = new Vector2[8];
    private readonly Vector2[] _hull = new Vector2[9];

    /// <summary>The places, likeliest first; valid until the next call.</summary>
    public IReadOnlyList<PlatePlace> Of(ReadOnlySpan<TextBox> boxes)
    {
        _places.Clear();
        for (var index = 0; index < boxes.Length; index++)
        {
            var box = boxes[index];
            AddRow(box.Quad, box.Score);
            AddSplit(box);
            for (var other = 0; other < boxes.Length; other++)
            {
                if (other != index)
                {
                    AddJoined(box, boxes[other]);
                    AddStacked(box, boxes[other]);
                }
            }
        }

        _places.Sort(static (one, other) => Rank(other).CompareTo(Rank(one)));
        return _places;
    }

    /// <summary>Large and shaped like a plate first: long slogans and small print are read last.</summary>
    private static float Rank(PlatePlace place)
    {
        var row = place.Row;
        var aspect = place.Second is null ? row.Width / row.Height : 4;
        return place.Score * MathF.Sqrt(place.Bounds.Area) / (1 + MathF.Abs(MathF.Log(aspect / 3.8f)));
    }

    private void AddRow(Quad row, float score)
    {
        if (row.Height >= LeastHeight && row.Width / row.Height is >= LeastAspect and <= MostAspect)
        {
            _places.Add(new PlatePlace(row, null, score));
        }
    }

    /// <summary>One box around two rows: the upper row takes a little less than half of the height.</summary>
    private void AddSplit(TextBox box)
    {
        var aspect = box.Quad.Width / box.Quad.Height;
        if (box.Quad.Height >= 2 * LeastHeight && aspect is >= LeastAspectOfTwo and <= MostAspectOfTwo)
        {
            _places.Add(new PlatePlace(box.Quad.Part(0.12f, 0, 0.88f, 0.42f), box.Quad.Part(0, 0.4f, 1, 1), box.Score));
        }
    }

    /// <summary>Two boxes side by side as one row.</summary>
    private void AddJoined(TextBox left, TextBox right)
    {
        var (one, other) = (left.Quad, right.Quad);
        var tallest = Math.Max(one.Height, other.Height);
        var gap = (other.At(0, 0.5f) - one.At(1, 0.5f)).Length();
        var between = other.Centre - one.Centre;
        if (between.X <= 0 || Math.Min(one.Height, other.Height) < 0.55f * tallest || gap > tallest
            || !Aligned(one, other) || !Along(one, between) || one.Width + other.Width > MostAspect * tallest)
        {
            return;
        }

        AddRow(Around(one, other), Math.Min(left.Score, right.Score));
    }

    /// <summary>Two boxes above each other as two rows.</summary>
    private void AddStacked(TextBox upper, TextBox lower)
    {
        var (one, other) = (upper.Quad, lower.Quad);
        var gap = (other.At(0.5f, 0) - one.At(0.5f, 1)).Length();
        var between = other.Centre - one.Centre;
        if (between.Y > 0 && one.Height >= LeastHeight && gap <= 0.6f * other.Height && Aligned(one, other)
            && MathF.Abs(Vector2.Dot(between, Vector2.Normalize(other.TopRight - other.TopLeft))) <= 0.25f * other.Width
            && one.Width / other.Width is >= 0.25f and <= 1.05f && one.Height / other.Height is >= 0.35f and <= 1.1f
            && other.Width / other.Height is >= 1.5f and <= 5)
        {
            _places.Add(new PlatePlace(one, other, Math.Min(upper.Score, lower.Score)));
        }
    }

    private static bool Aligned(Quad one, Quad other) =>
        MathF.Abs(Vector2.Dot(Vector2.Normalize(one.TopRight - one.TopLeft), Vector2.Normalize(other.TopRight - other.TopLeft))) >= Parallel;

    private static bool Along(Quad row, Vector2 direction) =>
        Vector2.Dot(Vector2.Normalize(row.TopRight - row.TopLeft), Vector2.Normalize(direction)) >= Parallel;

    private Quad Around(Quad one, Quad other)
    {
        (_corners[0], _corners[1], _corners[2], _corners[3]) = (one.TopLeft, one.TopRight, one.BottomRight, one.BottomLeft);
        (_corners[4], _corners[5], _corners[6], _corners[7]) = (other.TopLeft, other.TopRight, other.BottomRight, other.BottomLeft);
        return SmallestRectangle.Around(_corners, _hull);
    }
}
