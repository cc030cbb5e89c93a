namespace Gateway.Edge.Perception.FallingObjects.Tracking;

/// <summary>
/// Tracks that were no fall by themselves, so that a later one that goes on where one of them broke off can be judged together with it: a large
/// thing is lost where it is as bright as what is behind it, and found again as another. Not thread-safe; allocates nothing once it is warm.
/// </summary>
/// <param name="scale">Rows of the picture / 720.</param>
internal sealed class TrackPieces(double scale)
{
    private const int Kept = 16;

    /// <summary>Fewest points of a piece, and of what is left of it before the next begins.</summary>
    private const int Fewest = 8;

    /// <summary>Seconds: pieces overlap where the first goes on with something else, or part; and how much later both begin and end.</summary>
    private const double MostOverlap = 0.2;
    private const double MostGap = 0.5;
    private const double LeastOn = 0.2;

    /// <summary>How far off the next may begin: pixels, and shares of the thing's longer side and of the way in between.</summary>
    private const double Near = 8;
    private const double ShareOfSide = 0.4;
    private const double ShareOfWay = 0.15;

    private readonly List<FallPoint>[] _pieces = [.. Enumerable.Range(0, Kept).Select(_ => new List<FallPoint>(64))];
    private readonly List<FallPoint> _joined = new(128);
    private readonly Track _before = new();
    private int _next;

    /// <summary>Keeps a track that was no fall.</summary>
    public void Keep(IReadOnlyList<FallPoint> points)
    {
        if (points.Count < Fewest)
        {
            return;
        }

        var piece = _pieces[_next++ % Kept];
        piece.Clear();
        piece.AddRange(points);
    }

    /// <summary>The track with the piece before it that it goes on best; null where there is none. Valid until the next call.</summary>
    public IReadOnlyList<FallPoint>? Join(IReadOnlyList<FallPoint> later)
    {
        List<FallPoint>? best = null;
        var least = 1.0;
        foreach (var piece in _pieces)
        {
            if (later.Count >= Fewest && piece.Count >= Fewest && Off(piece, later) is var off && off < least)
            {
                (best, least) = (piece, off);
            }
        }

        if (best is null)
        {
            return null;
        }

        _joined.Clear();
        foreach (var point in best)
        {
            if (point.Time < later[0].Time)
            {
                _joined.Add(point);
            }
        }

        _joined.AddRange(later);
        return _joined;
    }

    public void Clear()
    {
        foreach (var piece in _pieces)
        {
            piece.Clear();
        }
    }

    /// <summary>How far off where the piece would have gone on the later one begins, as a share of what is allowed; infinite where times do not fit.</summary>
    private double Off(List<FallPoint> piece, IReadOnlyList<FallPoint> later)
    {
        var (first, last) = (later[0], later[^1]);
        var gap = (first.Time - piece[^1].Time).TotalSeconds;
        if (gap is < -MostOverlap or > MostGap || (first.Time - piece[0].Time).TotalSeconds < LeastOn || (last.Time - piece[^1].Time).TotalSeconds < LeastOn)
        {
            return double.PositiveInfinity;
        }

        var used = 0;
        foreach (var point in piece)
        {
            if (point.Time >= first.Time)
            {
                break;
            }

            if (used++ == 0)
            {
                _before.Begin(point, 1, 0);
            }
            else
            {
                _before.Add(point, 1, 0);
            }
        }

        if (used < Fewest)
        {
            return double.PositiveInfinity;
        }

        var (x, y) = _before.Predict((first.Time - _before.Last.Time).TotalSeconds);
        var way = double.Hypot(x - _before.Last.X, y - _before.Last.Y);
        var reach = (Near * scale) + (ShareOfSide * Math.Max(_before.Size.Width, _before.Size.Height)) + (ShareOfWay * way);
        return double.Hypot(first.X - x, first.Y - y) / reach;
    }
}
