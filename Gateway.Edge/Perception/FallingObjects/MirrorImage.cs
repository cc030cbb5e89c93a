using Gateway.Edge.Perception.FallingObjects.Physics;
using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>
/// Tells whether of two things that move at once one is the other's image in the facade's glass. The image lies behind the plane as far as the
/// thing before it. Seen from below it is lower: heights above the lens are as (D + o) to (D - o), D from lens to facade and o before the
/// plane, where o stays the same for what is dropped and grows steadily for what is thrown outwards. A slanting pane moves the image
/// aside, always as far.
/// </summary>
internal static class MirrorImage
{
    private const double LeastCommon = 0.25; // seconds
    private const int Moments = 5;

    private const double MostAcross = 0.13; // of the picture's width
    private const double MostDown = 0.25; // of the picture's height
    private const double MostAside = 4.5; // metres: panes of the next column

    /// <summary>Shares o / D: side by side at one height are two things; nothing is farther before the glass than a quarter of the camera's distance.</summary>
    private const double LeastBefore = 0.005;
    private const double MostBefore = 0.23;

    /// <summary>Near the lens's own height, as a share of D, rows do not tell how far before the plane something is.</summary>
    private const double LeastElevation = 0.15;

    /// <summary>People throw outwards at 5 m/s; a second, as a share of D, where that is not known.</summary>
    private const double FastestOutwards = 5;
    private const double FastestBlind = 0.2;
    private const double MostInwards = 0.04;

    /// <summary>How far from a straight line the shares may lie, root mean square.</summary>
    private const double MostUneven = 0.012;

    /// <summary>Heights whose relation hardly changes are of thing and image. Where it grows, both must have left at one time as well: what follows half a second later moves away alike.</summary>
    private const double Steady = 0.028;
    private const double LeaveTogether = 0.1; // seconds

    /// <summary>How much aside may change, metres and as a share.</summary>
    private const double AsideChanges = 0.6;
    private const double AsideChangesBy = 0.15;

    /// <summary>Whether one is the image of the other; the higher is the thing.</summary>
    public static bool Shows(Candidate a, Candidate b, FallView view)
    {
        var (first, last) = (Later(a.Fall.Began, b.Fall.Began), a.Fall.Ended < b.Fall.Ended ? a.Fall.Ended : b.Fall.Ended);
        if ((last - first).TotalSeconds < LeastCommon)
        {
            return false;
        }

        Span<Moment> moments = stackalloc Moment[Moments];
        for (var i = 0; i < Moments; i++)
        {
            var time = first + ((double)i / (Moments - 1) * (last - first));
            moments[i] = new Moment((time - first).TotalSeconds, a.Path.At(time), b.Path.At(time));
        }

        var together = Math.Abs((a.Rest - b.Rest).TotalSeconds) < LeaveTogether;
        return IsPair(moments, IsHigher(moments) ? a.Path.Projection : b.Path.Projection, view, mayGrow: together);
    }

    /// <summary>Whether what is still followed moves as the thing of a fall's image would, or the image of its thing.</summary>
    /// <param name="candidate">A fall that has ended.</param>
    /// <param name="track">What is still followed.</param>
    /// <param name="view">The camera.</param>
    public static bool MayShow(Candidate candidate, Track track, FallView view)
    {
        var points = track.Points;
        var from = points.FindIndex(point => point.Time >= candidate.Fall.Began);
        var to = points.FindLastIndex(point => point.Time <= candidate.Fall.Ended);
        if (from < 0 || to < from || (points[to].Time - points[from].Time).TotalSeconds < LeastCommon)
        {
            return false;
        }

        Span<Moment> moments = stackalloc Moment[Moments];
        for (var i = 0; i < Moments; i++)
        {
            var point = points[from + ((to - from) * i / (Moments - 1))];
            moments[i] = new Moment((point.Time - points[from].Time).TotalSeconds, candidate.Path.At(point.Time), (point.X, point.Y));
        }

        return IsPair(moments, candidate.Path.Projection, view, mayGrow: true);
    }

    private static bool IsHigher(ReadOnlySpan<Moment> moments) => moments[0].A.Y < moments[0].B.Y;

    private static bool IsPair(ReadOnlySpan<Moment> moments, in Projection projection, FallView view, bool mayGrow)
    {
        var thingFirst = IsHigher(moments);
        Span<double> times = stackalloc double[Moments];
        Span<double> shares = stackalloc double[Moments];
        var (count, least, most) = (0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (ref readonly var moment in moments)
        {
            var (thing, image) = thingFirst ? (moment.A, moment.B) : (moment.B, moment.A);
            if (!IsNear(thing, image, projection, view))
            {
                return false;
            }

            var (height, imageHeight) = (projection.At(thing.Y).Height - projection.LensHeight, projection.At(image.Y).Height - projection.LensHeight);
            if (imageHeight > LeastElevation * projection.Distance)
            {
                var before = (height - imageHeight) / (height + imageHeight);
                var aside = (projection.AlongOf(image.X, image.Y) * (1 + before)) - (projection.AlongOf(thing.X, thing.Y) * (1 - before));
                (least, most) = (Math.Min(least, aside), Math.Max(most, aside));
                (times[count], shares[count++]) = (moment.Seconds, before);
            }
        }

        return count < 2 || (IsBefore(times[..count], shares[..count], projection, view, mayGrow) && IsAside(least, most, view));
    }

    private static bool IsNear((double X, double Y) thing, (double X, double Y) image, in Projection projection, FallView view)
    {
        var across = MostAcross * view.Width;
        var reach = view.Calibration is null ? across : Math.Max(across, 1.5 * MostAside / projection.AcrossAt(thing.Y));
        return Math.Abs(thing.X - image.X) <= reach && Math.Abs(thing.Y - image.Y) <= MostDown * view.Height;
    }

    /// <summary>Without a calibration lengths along are shares of a distance that is not known: nearness says enough.</summary>
    private static bool IsAside(double least, double most, FallView view) => view.Calibration is null
        || (Math.Max(Math.Abs(least), Math.Abs(most)) < MostAside && most - least < AsideChanges + (AsideChangesBy * Math.Abs(most + least) / 2));

    private static bool IsBefore(ReadOnlySpan<double> times, ReadOnlySpan<double> shares, in Projection projection, FallView view, bool mayGrow)
    {
        var (t, s, n) = (0.0, 0.0, times.Length);
        for (var i = 0; i < n; i++)
        {
            (t, s) = (t + (times[i] / n), s + (shares[i] / n));
        }

        var (both, own) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            (both, own) = (both + ((times[i] - t) * (shares[i] - s)), own + ((times[i] - t) * (times[i] - t)));
        }

        var (slope, off, least, most) = (own > 0 ? both / own : 0, 0.0, double.PositiveInfinity, 0.0);
        for (var i = 0; i < n; i++)
        {
            off += Math.Pow(shares[i] - s - (slope * (times[i] - t)), 2) / n;
            (least, most) = (Math.Min(least, shares[i]), Math.Max(most, shares[i]));
        }

        var fastest = view.Calibration is null ? FastestBlind : FastestOutwards / projection.Distance;
        return s > LeastBefore && most < MostBefore && (mayGrow || most - least < 2 * Steady) && slope > -MostInwards && slope < fastest && Math.Sqrt(off) < MostUneven;
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;

    /// <summary>Where both are seen at one time, pixels.</summary>
    private readonly record struct Moment(double Seconds, (double X, double Y) A, (double X, double Y) B);
}
