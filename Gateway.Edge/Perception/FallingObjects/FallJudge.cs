using Gateway.Edge.Perception.FallingObjects.Physics;
using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>Decides by physics whether a track is a fall. Not thread-safe.</summary>
internal sealed class FallJudge(FallView view, FallSettings settings)
{
    /// <summary>A fall before the facade and drag that is not quadratic make the measured acceleration differ from g by so much.</summary>
    private const double LeastGravity = 0.6 * FallPriors.Gravity;
    private const double MostGravity = 1.4 * FallPriors.Gravity;

    /// <summary>Two standard deviations, m/s2: what is less certain says nothing.</summary>
    private const double MostDoubt = 8;

    /// <summary>Fewest points of a thing that air slows: more is to be learned from them.</summary>
    private const int SlowPoints = 12;

    /// <summary>What falls no faster than 5 m/s does not fall as things do: (9.81 / 5)^2.</summary>
    private const double MostDrag = 3.85;

    /// <summary>Cameras stand so far from their facade, metres.</summary>
    private const double Nearest = 4;
    private const double Farthest = 200;

    private const double LargestThing = 2.2; // metres, a mattress
    private const double FastestAlong = 14; // metres a second
    private const double LeastMetres = 2.2;

    /// <summary>Without a scale what people and vehicles do is nearer to a fall: more points, and less across than down.</summary>
    private const double Stricter = 1.4;
    private const double MostAcross = 0.8;

    /// <summary>Share of a fall that may be seen before trees and the like.</summary>
    private const double MostInRestless = 0.5;

    /// <summary>So many times nearer to a fall than to steady motion.</summary>
    private const double Plainly = 1.35;

    private readonly double _scale = view.Height / 720.0;
    private readonly FallPathFinder _paths = new(view, settings);
    private readonly List<FallPoint> _points = new(256);

    /// <summary>Judges a track.</summary>
    /// <param name="track">Its points.</param>
    /// <param name="history">What else was seen.</param>
    /// <param name="restless">Where things move all the time.</param>
    /// <param name="found">The fall, where it is one.</param>
    public FallRefusal Judge(Track track, BlobHistory history, RestlessMap restless, out Candidate? found)
    {
        found = null;
        _points.Clear();
        _points.AddRange(track.Points);
        if (_paths.Find(_points) is not { } path)
        {
            return FallRefusal.NoFall;
        }

        if (TrackCompletion.Complete(_points, path, history, _scale))
        {
            path = _paths.Find(_points) ?? path;
        }

        // Lengths are metres from here on: with a calibration they are; without, gravity itself tells the scale.
        var metres = view.Calibration is null ? FallPriors.Gravity / path.Solution.Fall.Acceleration : 1;
        var measured = FallMeasures.Of(_points, path, metres);
        var refusal = Test(path, measured, metres, restless);
        if (refusal == FallRefusal.None)
        {
            var refined = view.Calibration is null ? path : _paths.Refine(_points, path, FallPriors.Metres(path.Projection.Distance)) ?? path;
            var fall = FallReport.Of(view, [.. _points], path, refined, measured);
            refusal = fall.Score < (view.Calibration is null || !restless.Knows ? settings.LeastBlindScore : settings.LeastScore) ? FallRefusal.Doubtful : FallRefusal.None;
            found = refusal == FallRefusal.None ? new Candidate(fall, path, TimeSpan.Zero) : null;
        }

        return refusal;
    }

    private bool IsSteady(FallPath path) => SteadyMotion.Residual(_points) < Math.Max(_scale, Plainly * path.Solution.Residual);

    /// <summary>Whether the measured acceleration is g, or g and the drag of a light thing explain the track as well as any acceleration does.</summary>
    private bool IsGravity(FallPath path)
    {
        var (gravity, doubt) = (path.Solution.Fall.Acceleration, 2 * path.Solution.AccelerationError);
        return (doubt < MostDoubt && gravity + doubt > LeastGravity && gravity - doubt < MostGravity)
            || (gravity < MostGravity && _points.Count >= SlowPoints && !IsSteady(path)
                && _paths.Refine(_points, path, FallPriors.Metres(path.Projection.Distance)) is { } slowed
                && slowed.Solution.Fall.Drag < MostDrag
                && _paths.MisfitOf(_points, slowed) < 0.3 + (1.2 * _paths.MisfitOf(_points, path)));
    }

    private FallRefusal Test(FallPath path, in FallMeasures measured, double metres, RestlessMap restless)
    {
        var solution = path.Solution;
        if (measured.Points < settings.LeastPoints * (view.Calibration is null ? Stricter : 1) || measured.Seconds < settings.LeastSeconds || measured.Coverage < settings.LeastCoverage * (view.Calibration is null ? 1.2 : 1))
        {
            return FallRefusal.TooFewPoints;
        }

        var known = view.Calibration is not null;
        if (measured.Drop < settings.LeastDrop * _scale * (known ? 1 : Stricter * Stricter) || measured.Metres < LeastMetres * (known ? 1 : Stricter))
        {
            return FallRefusal.TooShort;
        }

        if (_points.Count(point => restless.At(point.X, point.Y) > settings.MostRestless) > MostInRestless * _points.Count)
        {
            return FallRefusal.Restless;
        }

        var most = known ? (settings.MostResidual * _scale) + (0.1 * measured.Height) : (0.5 * _scale) + (0.006 * measured.Drop) + (0.05 * measured.Height);
        if (solution.Residual > most || path.AlongResidual > 1.5 * most)
        {
            return FallRefusal.OffCurve;
        }

        if (measured.Significance < settings.LeastSignificance || (view.Calibration is null && (IsSteady(path) || solution.Fall.Acceleration < 3 * solution.AccelerationError)))
        {
            return FallRefusal.NotAccelerating;
        }

        if (view.Calibration is null ? metres is < Nearest or > Farthest : !IsGravity(path))
        {
            return FallRefusal.NotGravity;
        }

        var across = view.Calibration is null ? Math.Abs(_points[^1].X - _points[0].X) > MostAcross * measured.Drop : measured.AlongMetres > 2 * measured.Metres;
        if (across || Math.Abs(path.AlongSpeed * metres) > FastestAlong)
        {
            return FallRefusal.TooLevel;
        }

        return measured.Size > LargestThing ? FallRefusal.TooLarge : FallRefusal.None;
    }
}
