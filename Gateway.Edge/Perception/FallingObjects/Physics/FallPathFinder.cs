using System.Runtime.InteropServices;

namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>
/// Finds the part of a track that is a fall: what a hand did before it let go and what the thing did after it had hit something do
/// not belong to it. Not thread-safe.
/// </summary>
internal sealed class FallPathFinder
{
    /// <summary>Misfit up to which a track is taken as it is.</summary>
    private const double Good = 2.8;

    /// <summary>Misfit from which on single points that lie off are dropped first.</summary>
    private const double Loose = 1.5;

    /// <summary>Share that is taken off at a time, and that is left at least.</summary>
    private const double Slice = 0.1;
    private const double LeastLeft = 0.35;

    private readonly PathFitter _fitter;
    private readonly Projection[] _guesses;
    private readonly int _leastPoints;
    private readonly FallPriors _priors;

    /// <param name="view">The camera.</param>
    /// <param name="settings">Fewest points.</param>
    public FallPathFinder(FallView view, FallSettings settings)
    {
        _fitter = new PathFitter(view.Height / 720.0);
        _leastPoints = settings.LeastPoints;
        _priors = view.Calibration is null ? FallPriors.Unknown : FallPriors.Measuring(Projection.Of(view.Calibration, view.Width, view.Height).Distance);
        _guesses = view.Calibration is { } calibration
            ? [Projection.Of(calibration, view.Width, view.Height)]
            : CameraGuesses.For(view.Width, view.Height);
    }

    /// <summary>Trims a track to the fall in it; null where there is none. The scale stays free: it is what tells a fall.</summary>
    public FallPath? Find(List<FallPoint> points)
    {
        var path = Best(points);
        if (path is not null && MisfitOf(points, path) > Loose && _fitter.DropOutliers(points, path, _leastPoints))
        {
            path = Best(points);
        }

        var fewest = Math.Max(_leastPoints, (int)(points.Count * LeastLeft));
        var trimmed = false;
        while (points.Count > fewest && (path is null || MisfitOf(points, path) > Good))
        {
            var slice = Math.Max(1, (int)(points.Count * Slice));
            var span = CollectionsMarshal.AsSpan(points);

            // Without any path the beginning is the likelier part that does not belong: a thing at rest.
            var atEnd = path is not null && _fitter.Misfit(span[^slice..], path) > _fitter.Misfit(span[..slice], path);
            points.RemoveRange(atEnd ? points.Count - slice : 0, slice);
            path = Best(points, path);
            trimmed = true;
        }

        // Refined along the way with one camera at hand, it is the best of all only when all have been tried again.
        var dropped = path is not null && _fitter.DropOutliers(points, path, _leastPoints);
        return dropped || trimmed ? Best(points) : path;
    }

    /// <summary>The same with what is known of the scale, for the origin.</summary>
    public FallPath? Refine(List<FallPoint> points, FallPath path, in FallPriors priors) =>
        _fitter.Fit(CollectionsMarshal.AsSpan(points), path.Projection, priors);

    public double MisfitOf(List<FallPoint> points, FallPath path) => _fitter.Misfit(CollectionsMarshal.AsSpan(points), path);

    /// <summary>Whether a point that is smaller than others may be a part of the thing: nothing else moves around it.</summary>
    public bool MayPart
    {
        get => _fitter.MayPart;
        set => _fitter.MayPart = value;
    }

    /// <summary>Root mean square of how far centres may lie off because parts were not seen, pixels.</summary>
    public double Hidden(List<FallPoint> points) => _fitter.Hidden(CollectionsMarshal.AsSpan(points));

    private FallPath? Best(List<FallPoint> points, FallPath? like = null)
    {
        var span = CollectionsMarshal.AsSpan(points);
        if (like is not null)
        {
            return _fitter.Fit(span, like.Projection, _priors);
        }

        FallPath? best = null;
        var least = double.PositiveInfinity;
        foreach (ref readonly var guess in _guesses.AsSpan())
        {
            if (_fitter.Fit(span, guess, _priors) is { } path && _fitter.Misfit(span, path) is var misfit && misfit < least)
            {
                (best, least) = (path, misfit);
            }
        }

        return best;
    }
}
