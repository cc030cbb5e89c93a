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
    private const double MostDoubt = 5;

    /// <summary>Fewest points of a thing that air slows: more is to be learned from them.</summary>
    private const int SlowPoints = 12;

    private const double DriftsBelow = 0.75;

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

    /// <summary>An acceleration that is so many times its own uncertainty needs no other proof.</summary>
    private const double Certain = 3;

    /// <summary>Share of a fall that may be seen before trees and the like.</summary>
    private const double MostInRestless = 0.5;

    /// <summary>So many times nearer to a fall than to steady motion, and by more than pixels can tell.</summary>
    private const double LeastSteady = 0.4;
    private const double Plainly = 1.35;

    private readonly double _scale = view.Height / 720.0;
    private readonly FallPathFinder _paths = new(view, settings);
    private readonly List<FallPoint> _points = new(256);

    /// <summary>Judges a track.</summary>
    /// <param name="track">Its points.</param>
    /// <param name="history">What else was seen.</param>
    /// <param name="restless">Where things move all the time.</param>
    /// <param name="busy">Whether much comes down: rain, snow.</param>
    /// <param name="found">The fall, where it is one.</param>
    public FallRefusal Judge(Track track, BlobHistory history, RestlessMap restless, bool busy, out Candidate? found)
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
        var refusal = Test(path, measured, metres);
        if (refusal == FallRefusal.None)
        {
            var refined = view.Calibration is null ? path : _paths.Refine(_points, path, FallPriors.Metres(path.Projection.Distance)) ?? path;
            var fall = FallReport.Of(view, [.. _points], path, refined, measured);
            var isRestless = IsRestless(restless);
            refusal = fall.Score >= LeastScore(isRestless || !restless.Knows || busy) && !(busy && Drifts(path)) ? FallRefusal.None : isRestless ? FallRefusal.Restless : FallRefusal.Doubtful;
            found = refusal == FallRefusal.None ? new Candidate(fall, path, TimeSpan.Zero) : null;
        }

        return refusal;
    }

    /// <summary>Where other things move, a fall has to be plainer.</summary>
    private double LeastScore(bool others) => Math.Max(
        view.Calibration is null ? settings.LeastBlindScore : settings.LeastScore, others ? settings.LeastPlainScore : 0);

    /// <summary>Whether it accelerates by less than g beyond doubt: what a light thing may do on a calm day, flakes do in snow.</summary>
    private bool Drifts(FallPath path) => view.Calibration is not null
        && path.Solution.Fall.Acceleration + (2 * path.Solution.AccelerationError) < DriftsBelow * FallPriors.Gravity;

    private bool IsRestless(RestlessMap restless)
    {
        var limit = settings.MostRestless + (2 * restless.Usual);
        return _points.Count(point => restless.At(point.X, point.Y) > limit) > MostInRestless * _points.Count;
    }

    private bool IsSteady(FallPath path) => SteadyMotion.Residual(_points) < Math.Max(LeastSteady * _scale, Plainly * path.Solution.Residual);

    /// <summary>Whether the measured acceleration is g, or g and the drag of a light thing explain the track as well as any acceleration does.</summary>
    private bool IsGravity(FallPath path)
    {
        var (gravity, doubt) = (path.Solution.Fall.Acceleration, 2 * path.Solution.AccelerationError);
        return (doubt < MostDoubt && gravity + doubt > LeastGravity && gravity - doubt < MostGravity)
            || (gravity < MostGravity && _points.Count >= SlowPoints
                && _paths.Refine(_points, path, FallPriors.Metres(path.Projection.Distance)) is { } slowed
                && slowed.Solution.Fall.Drag < MostDrag
                && _paths.MisfitOf(_points, slowed) < 0.3 + (1.2 * _paths.MisfitOf(_points, path)));
    }

    private FallRefusal Test(FallPath path, in FallMeasures measured, double metres)
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

        var most = known ? (settings.MostResidual * _scale) + (0.1 * measured.Height) : (0.5 * _scale) + (0.006 * measured.Drop) + (0.05 * measured.Height);
        if (solution.Residual > most || path.AlongResidual > 1.5 * most)
        {
            return FallRefusal.OffCurve;
        }

        var certainty = solution.Fall.Acceleration / solution.AccelerationError;
        if (measured.Significance < settings.LeastSignificance || (known ? certainty < Certain && IsSteady(path) : certainty < 3 || IsSteady(path)))
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
