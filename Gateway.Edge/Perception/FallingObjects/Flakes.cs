using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>
/// Tells small things that fall from flakes and drops. Hundreds of those are followed in a minute of snow, so what is rare with one of them - going
/// on with another, or swirling as if it accelerated - is seen all the time.
/// </summary>
/// <param name="view">The camera.</param>
internal sealed class Flakes(FallView view)
{
    /// <summary>Share of g that flakes in snow do not reach, and what people let fall does.</summary>
    private const double DriftsBelow = 0.75;

    /// <summary>The same for what is as low as flakes, pixels, while it is not known yet whether it snows; one standard deviation suffices then.</summary>
    private const double DriftsBelowAtFirst = 0.9;
    private const double Flake = 3.5;

    /// <summary>
    /// Flakes and drops are seen no higher, pixels, but for those right before the lens, which are asked for a higher score alone: what is larger turns
    /// and is seen in parts as well, and its centre is not told well enough to ask for steady pieces.
    /// </summary>
    private const double Largest = 7;

    /// <summary>So many times nearer to a fall than to steady pieces.</summary>
    private const double Plainly = 2;

    /// <summary>
    /// The same for what was at speed already when it was first seen: flakes and drops always are, and what is let go is not. As fast, metres a second,
    /// as what has fallen for 0.3 s: for so long a thing may be hidden.
    /// </summary>
    private const double PlainlyAtSpeed = 3;
    private const double AtSpeed = 0.3 * FallPriors.Gravity;

    /// <summary>And its acceleration has to be known to a fifth: of a short piece of a fall it is not, and a swirl passes for one.</summary>
    private const double Known = 0.2;

    private readonly bool _calibrated = view.Calibration is not null;
    private readonly double _scale = view.Height / 720.0;

    /// <summary>Whether a track that a fall explains may as well be flakes or drops.</summary>
    /// <param name="points">The track.</param>
    /// <param name="path">Its path.</param>
    /// <param name="measured">On the track.</param>
    /// <param name="metres">Metres in one length of the path's projection.</param>
    /// <param name="busy">Whether much comes down: rain, snow.</param>
    /// <param name="knows">Whether it is known what moves in the picture.</param>
    public bool MayBe(IReadOnlyList<FallPoint> points, FallPath path, in FallMeasures measured, double metres, bool busy, bool knows) =>
        (busy && Drifts(path, DriftsBelow, 2))
        || (!knows && measured.Height < Flake * _scale && Drifts(path, DriftsBelowAtFirst, 1))
        || ((busy || !knows) && measured.Height < Largest * _scale && IsFlakes(points, path, metres));

    /// <summary>Whether it accelerates by less than g beyond doubt: what a light thing may do on a calm day, flakes do in snow.</summary>
    private bool Drifts(FallPath path, double below, double deviations) => _calibrated
        && path.Solution.Fall.Acceleration + (deviations * path.Solution.AccelerationError) < below * FallPriors.Gravity;

    private bool IsFlakes(IReadOnlyList<FallPoint> points, FallPath path, double metres)
    {
        var fall = path.Solution.Fall;
        var over = SteadyPieces.OverFall(points, path, _scale);
        return fall.SpeedAt((points[0].Time - path.Start).TotalSeconds) * metres > AtSpeed
            ? over < PlainlyAtSpeed || path.Solution.AccelerationError > Known * fall.Acceleration
            : over < Plainly;
    }
}
