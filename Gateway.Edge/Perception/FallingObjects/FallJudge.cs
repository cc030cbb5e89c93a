using Gateway.Edge.Perception.FallingObjects.Physics;
using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>Decides by physics whether a track is a fall. Not thread-safe.</summary>
internal sealed class FallJudge(FallView view, FallSettings settings)
{
    /// <summary>A fall before the facade and drag that is not quadratic make the measured acceleration differ from g by so much.</summary>
    private const double LeastGravity = 0.6 * FallPriors.Gravity;
    private const double MostGravity = 1.3 * FallPriors.Gravity;

    /// <summary>Two standard deviations, m/s2: what is less certain says nothing.</summary>
    private const double MostDoubt = 5;

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

    /// <summary>What is thrown along the facade moves at most so many times as far along as down.</summary>
    private const double MostAlong = 2;

    /// <summary>Without a scale what people and vehicles do is nearer to a fall: more points, fewer gaps, farther down, and less across than down.</summary>
    private const double Stricter = 1.4;
    private const double FewerGaps = 1.2;
    private const double MostAcross = 0.8;

    /// <summary>With a calibration a point may lie off the curve by so much of its height besides the setting.</summary>
    private const double OffByHeight = 0.1;

    /// <summary>Without one, where the camera's bend is guessed to fit: pixels, and shares of the drop and of the height.</summary>
    private const double BlindOff = 0.5;
    private const double BlindOffByDrop = 0.006;
    private const double BlindOffByHeight = 0.05;

    /// <summary>Across the fall a point is as uncertain, and wind and spin add to it.</summary>
    private const double OffAcross = 1.5;

    /// <summary>An acceleration that is so many times its own uncertainty needs no other proof.</summary>
    private const double Certain = 3;

    /// <summary>Share of a fall that may be seen before trees and the like.</summary>
    private const double MostInRestless = 0.5;

    /// <summary>So many times nearer to a fall than to steady motion, and by more than pixels can tell.</summary>
    private const double LeastSteady = 0.4;
    private const double Plainly = 1.35;

    /// <summary>What air explains may fit by so much worse than an acceleration that is free, in points' own uncertainties: a share, and a little for noise.</summary>
    private const double AirFits = 1.2;
    private const double AirFitsBesides = 0.3;

    /// <summary>Share of a track's points around which other things may move, and how far off its centre a point may lie, pixels.</summary>
    private const double MostCrowded = 0.3;

    /// <summary>Fewest points where other things move around: each frame offers several to go on with, and the fewer the points, the more chains of them fit by chance.</summary>
    private const int CrowdedPoints = 24;
    private const double AroundPoint = 3;

    private readonly bool _calibrated = view.Calibration is not null;
    private readonly double _scale = view.Height / 720.0;
    private readonly FallPathFinder _paths = new(view, settings);
    private readonly Flakes _flakes = new(view);
    private readonly List<FallPoint> _points = new(256);

    /// <summary>Judges a track.</summary>
    /// <param name="track">Its points, in order.</param>
    /// <param name="history">What else was seen.</param>
    /// <param name="restless">Where things move all the time.</param>
    /// <param name="busy">Whether much comes down: rain, snow.</param>
    /// <param name="found">The fall, where it is one.</param>
    public FallRefusal Judge(IReadOnlyList<FallPoint> track, BlobHistory history, RestlessMap restless, bool busy, out Candidate? found)
    {
        found = null;
        _points.Clear();
        _points.AddRange(track);
        _paths.MayPart = IsAlone(history);
        if (_paths.Find(_points) is not { } path)
        {
            return FallRefusal.NoFall;
        }

        if (TrackCompletion.Complete(_points, path, history, _scale))
        {
            path = _paths.Find(_points) ?? path;
        }

        // Lengths are metres from here on: with a calibration they are; without, gravity itself tells the scale.
        var metres = _calibrated ? 1 : FallPriors.Gravity / path.Solution.Fall.Acceleration;
        var measured = FallMeasures.Of(_points, path, metres);
        var refusal = Test(path, measured, metres);
        if (refusal == FallRefusal.None)
        {
            var refined = _calibrated ? Slowed(path) ?? path : path;
            var fall = FallReport.Of(view, [.. _points], path, refined, measured);
            var isRestless = IsRestless(restless);
            if (_points.Count < CrowdedPoints && !IsAlone(history))
            {
                return FallRefusal.Crowded;
            }

            if (fall.Score >= LeastScore(isRestless || !restless.Knows || busy) && !_flakes.MayBe(_points, path, measured, metres, busy, restless.Knows))
            {
                found = new Candidate(fall, path, TimeSpan.Zero);
                return FallRefusal.None;
            }

            refusal = isRestless ? FallRefusal.Restless : FallRefusal.Doubtful;
        }

        return refusal;
    }

    /// <summary>Whether hardly anything else moved around most of the track: then a smaller blob is a part of the thing, not a leaf beside it.</summary>
    private bool IsAlone(BlobHistory history)
    {
        var size = TrackCompletion.SizeOf(_points);
        var crowded = _points.Count(point => point.Frame >= history.Oldest
            && !BlobParts.IsAlone(history.Of(point.Frame), point.X, point.Y, size, AroundPoint * _scale));
        return crowded <= MostCrowded * _points.Count;
    }

    /// <summary>Where other things move, a fall has to be plainer.</summary>
    private double LeastScore(bool others) => Math.Max(
        _calibrated ? settings.LeastScore : settings.LeastBlindScore, others ? settings.LeastPlainScore : 0);

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
                && Slowed(path) is { } slowed
                && slowed.Solution.Fall.Drag < MostDrag
                && _paths.MisfitOf(_points, slowed) < AirFitsBesides + (AirFits * _paths.MisfitOf(_points, path)));
    }

    /// <summary>The path by g and drag.</summary>
    private FallPath? Slowed(FallPath path) => _paths.Refine(_points, path, FallPriors.Metres(path.Projection.Distance));

    private FallRefusal Test(FallPath path, in FallMeasures measured, double metres)
    {
        if (!IsSeenEnough(measured))
        {
            return FallRefusal.TooFewPoints;
        }

        if (!IsFar(measured))
        {
            return FallRefusal.TooShort;
        }

        var most = MostOff(measured);
        if (path.Solution.Residual > most || path.AlongResidual > OffAcross * most)
        {
            return FallRefusal.OffCurve;
        }

        if (!Accelerates(path, measured))
        {
            return FallRefusal.NotAccelerating;
        }

        if (_calibrated ? !IsGravity(path) : metres is < Nearest or > Farthest)
        {
            return FallRefusal.NotGravity;
        }

        if (IsLevel(measured) || Math.Abs(path.AlongSpeed * metres) > FastestAlong)
        {
            return FallRefusal.TooLevel;
        }

        return measured.Size > LargestThing ? FallRefusal.TooLarge : FallRefusal.None;
    }

    private bool IsSeenEnough(in FallMeasures measured) =>
        measured.Points >= settings.LeastPoints * (_calibrated ? 1 : Stricter)
        && measured.Seconds >= settings.LeastSeconds
        && measured.Coverage >= settings.LeastCoverage * (_calibrated ? 1 : FewerGaps);

    private bool IsFar(in FallMeasures measured) =>
        measured.Drop >= settings.LeastDrop * _scale * (_calibrated ? 1 : Stricter * Stricter)
        && measured.Metres >= LeastMetres * (_calibrated ? 1 : Stricter);

    /// <summary>How far the points may lie off the curve, root mean square, pixels.</summary>
    private double MostOff(in FallMeasures measured) => _calibrated
        ? (settings.MostResidual * _scale) + (OffByHeight * measured.Height) + (_paths.MayPart ? _paths.Hidden(_points) : 0)
        : (BlindOff * _scale) + (BlindOffByDrop * measured.Drop) + (BlindOffByHeight * measured.Height);

    /// <summary>With a calibration either proof suffices, a certain acceleration or a plain bend; without, both are asked for.</summary>
    private bool Accelerates(FallPath path, in FallMeasures measured)
    {
        var certain = path.Solution.Fall.Acceleration / path.Solution.AccelerationError >= Certain;
        return measured.Significance >= settings.LeastSignificance
            && (_calibrated ? certain || !IsSteady(path) : certain && !IsSteady(path));
    }

    private bool IsLevel(in FallMeasures measured) => _calibrated
        ? measured.AlongMetres > MostAlong * measured.Metres
        : Math.Abs(_points[^1].X - _points[0].X) > MostAcross * measured.Drop;
}
