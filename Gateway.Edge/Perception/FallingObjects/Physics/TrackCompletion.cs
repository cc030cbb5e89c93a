using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>Looks where a fall must have been in frames in which the tracker did not follow it: before, in between and after.</summary>
internal static class TrackCompletion
{
    private const double Near = 3.5;
    private const double ShareOfHeight = 0.25;
    private const double HiddenSeconds = 0.3;

    /// <summary>Adds what is found; true where that is more than before.</summary>
    /// <param name="points">The track, in order; stays so.</param>
    /// <param name="path">Its path.</param>
    /// <param name="history">What was seen.</param>
    /// <param name="scale">Rows of the picture / 720.</param>
    public static bool Complete(List<FallPoint> points, FallPath path, BlobHistory history, double scale)
    {
        var before = points.Count;
        var rest = path.Start + TimeSpan.FromSeconds(path.Solution.Fall.Rest - 0.1);
        Walk(points, path, history, scale, points[0].Frame - 1, -1, time => time >= rest);
        Walk(points, path, history, scale, points[^1].Frame + 1, 1, _ => true);
        FillGaps(points, path, history, scale);
        return points.Count > before;
    }

    private static void Walk(List<FallPoint> points, FallPath path, BlobHistory history, double scale, long frame, int step, Func<TimeSpan, bool> belongs)
    {
        var size = SizeOf(points);
        var last = step < 0 ? points[0].Time : points[^1].Time;
        for (; frame >= history.Oldest && frame <= history.Newest; frame += step)
        {
            var time = history.TimeOf(frame);
            if (!belongs(time) || Math.Abs((time - last).TotalSeconds) > HiddenSeconds)
            {
                return;
            }

            if (Find(path, history, frame, scale, size) is { } point)
            {
                points.Insert(step < 0 ? 0 : points.Count, point);
                last = time;
            }
        }
    }

    private static void FillGaps(List<FallPoint> points, FallPath path, BlobHistory history, double scale)
    {
        var size = SizeOf(points);
        for (var i = points.Count - 1; i > 0; i--)
        {
            for (var frame = points[i].Frame - 1; frame > points[i - 1].Frame && frame >= history.Oldest; frame--)
            {
                if (Find(path, history, frame, scale, size) is { } point)
                {
                    points.Insert(i, point);
                }
            }
        }
    }

    private static FallPoint? Find(FallPath path, BlobHistory history, long frame, double scale, (double Width, double Height) size)
    {
        var time = history.TimeOf(frame);
        var (x, y) = path.At(time);
        var alone = BlobParts.IsAlone(history.Of(frame), x, y, size, Near * scale);
        if (alone && BlobParts.Join(history.Of(frame), x, y, size, Near * scale, out var joined)
            && double.Hypot(joined.X - x, joined.Y - y) < (Near * scale) + (ShareOfHeight * joined.Height))
        {
            return new FallPoint(frame, time, joined.X, joined.Y, joined.Width, joined.Height);
        }

        FallPoint? best = null;
        var nearest = double.PositiveInfinity;
        foreach (ref readonly var blob in history.Of(frame))
        {
            var reach = (Near * scale) + (ShareOfHeight * blob.Height) + (alone ? FitSample.HiddenOf(blob.Width, blob.Height, size) : 0);
            var distance = double.Hypot(blob.X - x, blob.Y - y);
            if (distance < Math.Min(reach, nearest))
            {
                (best, nearest) = (new FallPoint(frame, time, blob.X, blob.Y, blob.Width, blob.Height), distance);
            }
        }

        return best;
    }

    /// <summary>Largest sides of the thing, pixels.</summary>
    public static (double Width, double Height) SizeOf(List<FallPoint> points)
    {
        var (width, height) = (0.0, 0.0);
        foreach (var point in points)
        {
            (width, height) = (Math.Max(width, point.Width), Math.Max(height, point.Height));
        }

        return (width, height);
    }
}
