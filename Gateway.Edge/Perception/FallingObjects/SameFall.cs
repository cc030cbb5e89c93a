namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>Recognises two tracks of one thing: parts of it, the same pixels twice, or its mirror image in the glass of the facade.</summary>
internal static class SameFall
{
    private const double SamePlace = 12; // pixels of a picture of 720 rows
    private const int MostShared = 3; // points of one blob: two things cross in fewer
    private const double MirrorAcross = 0.13; // of the picture's width
    private const double MirrorDown = 0.25; // of the picture's height
    private const double MirrorShare = 1.6; // a thing a quarter of the camera's distance before the glass
    private const double LeastShare = 1.01; // side by side at one height are two things
    private const double SameShare = 1.12;
    private const double LeastCommon = 0.25; // seconds
    private const double LeastElevation = 0.15; // of the distance; near the lens's own height shares say nothing

    /// <summary>Whether two tracks are of one thing or of its mirror image.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <param name="view">The camera.</param>
    public static bool IsSame(Candidate a, Candidate b, FallView view)
    {
        var scale = view.Height / 720.0;
        return Overlap(a.Fall, b.Fall, SamePlace * scale) || Continues(a, b, scale) || Continues(b, a, scale) || Mirrors(a, b, view);
    }

    /// <summary>Whether one is the mirror image of the other, which is seen higher.</summary>
    public static bool IsImage(Candidate image, Candidate thing, FallView view) =>
        image != thing && !Overlap(image.Fall, thing.Fall, SamePlace * view.Height / 720.0) && Mirrors(image, thing, view) && IsHigher(thing, image);

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

    /// <summary>
    /// A mirror image lies behind the glass as far as the thing before it. Seen from below it is lower, by a share of the height above the
    /// lens that stays the same while both come down; of two things from two floors it does not.
    /// </summary>
    private static bool Mirrors(Candidate a, Candidate b, FallView view)
    {
        var (first, last) = (Later(a.Fall.Began, b.Fall.Began), a.Fall.Ended < b.Fall.Ended ? a.Fall.Ended : b.Fall.Ended);
        if ((last - first).TotalSeconds < LeastCommon)
        {
            return false;
        }

        var (thing, image) = IsHigher(a, b) ? (a, b) : (b, a);
        var (least, most) = (double.PositiveInfinity, 0.0);
        for (var part = 0; part <= 4; part++)
        {
            var time = first + (part / 4.0 * (last - first));
            var ((x, y), (imageX, imageY)) = (thing.Path.At(time), image.Path.At(time));
            if (Math.Abs(x - imageX) > MirrorAcross * view.Width || Math.Abs(y - imageY) > MirrorDown * view.Height)
            {
                return false;
            }

            var projection = thing.Path.Projection;
            var (height, imageHeight) = (projection.At(y).Height - projection.LensHeight, projection.At(imageY).Height - projection.LensHeight);
            if (imageHeight > LeastElevation * projection.Distance)
            {
                (least, most) = (Math.Min(least, height / imageHeight), Math.Max(most, height / imageHeight));
            }
        }

        return least + most > 2 * LeastShare && most < MirrorShare && most / least < SameShare;
    }

    private static bool IsHigher(Candidate a, Candidate b)
    {
        var time = Later(a.Fall.Began, b.Fall.Began);
        return a.Path.At(time).Y < b.Path.At(time).Y;
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
