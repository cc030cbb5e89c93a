namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>
/// Compares what was told with what is true. A told track is of a true object when both are seen in the same frames and, by the median over
/// these frames, are no farther apart than 12 pixels or 1.5 times the object's size, whichever is more, in a picture of 720 rows.
/// </summary>
/// <param name="truthHeight">Rows of the picture that the truth is told in.</param>
/// <param name="toldHeight">Rows of the picture that the detector was given.</param>
internal sealed class FallMatcher(int truthHeight, int toldHeight)
{
    /// <summary>Rows of the picture that distances are measured in.</summary>
    private const double Rows = 720;

    private const double Near = 12;
    private const double Sizes = 1.5;

    /// <summary>Common frames; fewer suffice only where the object has fewer. Two tracks that cross are close in one or two.</summary>
    private const int LeastCommon = 3;

    private readonly double _truth = Rows / truthHeight;
    private readonly double _told = Rows / toldHeight;

    /// <summary>One outcome for each fall and for each thing told that is none of their finds, in the order of time.</summary>
    public IReadOnlyList<FallOutcome> Match(IReadOnlyList<TrueFall> truth, IReadOnlyList<ToldFall> told)
    {
        var pairs = Nearest(truth, told);
        var finds = new Dictionary<TrueFall, ToldFall>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<ToldFall>(ReferenceEqualityComparer.Instance);
        foreach (var (fall, found) in pairs.Where(pair => !pair.Truth.IsMirror))
        {
            if (!finds.ContainsKey(fall) && taken.Add(found))
            {
                finds.Add(fall, found);
            }
        }

        List<FallOutcome> outcomes = [];
        foreach (var fall in truth.Where(fall => !fall.IsMirror))
        {
            var found = finds.GetValueOrDefault(fall);
            outcomes.Add(new FallOutcome(found is null ? FallVerdict.Miss : FallVerdict.Hit, fall, found));
        }

        var mirrored = new HashSet<TrueFall>(ReferenceEqualityComparer.Instance);
        foreach (var rest in told.Where(one => !taken.Contains(one)))
        {
            outcomes.Add(Rest(rest));
        }

        return [.. outcomes.OrderBy(outcome => outcome.Told?.Frames[0] ?? outcome.Truth!.First)];

        FallOutcome Rest(ToldFall rest)
        {
            var near = pairs.Find(pair => ReferenceEquals(pair.Told, rest)).Truth;
            if (near is not { IsMirror: true })
            {
                return new FallOutcome(near is null ? FallVerdict.FalseAlarm : FallVerdict.Double, near, rest);
            }

            var alone = FallOf(near, truth) is not { } fall || !finds.ContainsKey(fall);
            return new FallOutcome(alone && mirrored.Add(near) ? FallVerdict.MirrorOnly : FallVerdict.Double, near, rest);
        }
    }

    /// <summary>The fall of a mirror image: the one that shares most frames with it.</summary>
    private static TrueFall? FallOf(TrueFall mirror, IReadOnlyList<TrueFall> truth) => truth
        .Where(fall => !fall.IsMirror && fall.First <= mirror.Last && fall.Last >= mirror.First)
        .MaxBy(fall => Math.Min(fall.Last, mirror.Last) - Math.Max(fall.First, mirror.First));

    /// <summary>All pairs that agree, the nearest first.</summary>
    private List<(TrueFall Truth, ToldFall Told)> Nearest(IReadOnlyList<TrueFall> truth, IReadOnlyList<ToldFall> told)
    {
        var pairs = from fall in truth
                    from one in told
                    let distance = Distance(fall, one)
                    where distance is not null
                    orderby distance
                    select (fall, one);
        return [.. pairs];
    }

    /// <summary>The median distance where they agree; null where they do not.</summary>
    private double? Distance(TrueFall fall, ToldFall told)
    {
        List<double> distances = [];
        List<double> sizes = [];
        for (var index = 0; index < told.Frames.Count; index++)
        {
            if (fall.At(told.Frames[index]) is { } at)
            {
                var point = told.Fall.Track[index];
                distances.Add(double.Hypot((point.X * _told) - (at.X * _truth), (point.Y * _told) - (at.Y * _truth)));
                sizes.Add(at.Size * _truth);
            }
        }

        if (distances.Count < Math.Min(LeastCommon, fall.Points.Count))
        {
            return null;
        }

        var median = Statistics.Quantile(distances, 0.5);
        return median <= Math.Max(Near, Sizes * Statistics.Quantile(sizes, 0.5)) ? median : null;
    }
}
