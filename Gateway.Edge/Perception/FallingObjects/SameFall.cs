namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>Recognises two tracks of one thing: parts of it, the same pixels twice, or its mirror image in the glass of the facade.</summary>
internal static class SameFall
{
    private const double SamePlace = 12; // pixels of a picture of 720 rows
    private const int MostShared = 3; // points of one blob: two things cross in fewer

    /// <summary>Whether two tracks are of one thing or of its mirror image.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <param name="view">The camera.</param>
    public static bool IsSame(Candidate a, Candidate b, FallView view)
    {
        var scale = view.Height / 720.0;
        return Overlap(a.Fall, b.Fall, SamePlace * scale) || Continues(a, b, scale) || Continues(b, a, scale) || MirrorImage.Shows(a, b, view);
    }

    /// <summary>Whether one is the mirror image of the other, which is seen higher.</summary>
    public static bool IsImage(Candidate image, Candidate thing, FallView view) =>
        image != thing && !Overlap(image.Fall, thing.Fall, SamePlace * view.Height / 720.0) && MirrorImage.Shows(image, thing, view) && IsHigher(thing, image);

    private static bool Overlap(Fall a, Fall b, double near)
    {
        var (common, close, shared) = (0, 0, 0);
        foreach (var point in a.Track)
        {
            foreach (var other in b.Track)
            {
                if (other.Frame == point.Frame)
                {
                    common++;
                    var reach = near + (0.5 * Math.Max(point.Height, other.Height));
                    shared += other == point ? 1 : 0;
                    close += double.Hypot(point.X - other.X, point.Y - other.Y) < reach ? 1 : 0;
                }
            }
        }

        return shared >= MostShared || (common > 0 && close >= 0.3 * common);
    }

    /// <summary>Whether the later one lies where the earlier one must have gone on.</summary>
    private static bool Continues(Candidate a, Candidate b, double scale)
    {
        if (b.Fall.Began < a.Fall.Ended)
        {
            return false;
        }

        var reach = (SamePlace * scale) + (0.06 * a.Fall.Fit.Drop);
        var first = b.Fall.Track[0];
        var (x, y) = a.Path.At(first.Time);
        return double.Hypot(first.X - x, first.Y - y) < 2 * reach;
    }

    private static bool IsHigher(Candidate a, Candidate b)
    {
        var time = Later(a.Fall.Began, b.Fall.Began);
        return a.Path.At(time).Y < b.Path.At(time).Y;
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
