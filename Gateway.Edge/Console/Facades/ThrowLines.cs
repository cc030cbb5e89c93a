using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Console.Facades;

/// <summary>Puts test throws into words and lines.</summary>
internal static class ThrowLines
{
    /// <summary>Standard gravity, m/s2.</summary>
    private const double Gravity = 9.81;

    /// <summary>Besides its own uncertainty: air slows light things by about so much, m/s2.</summary>
    private const double Allowed = 1;

    /// <param name="device">The camera's id.</param>
    /// <param name="one">The throw.</param>
    /// <param name="now">The facade in force now; null where the camera is gone.</param>
    public static ThrowLine Of(string device, TestThrow one, Facade? now)
    {
        var (fall, view) = (one.Fall, one.View);
        return new ThrowLine(
            device,
            one.Number,
            one.At,
            view.Width,
            view.Height,
            [.. fall.Track.Select(point => (Math.Round(point.X, 1), Math.Round(point.Y, 1)))],
            ThrowCurve.Points(fall, view),
            fall.Origin is { } origin ? FacadeTexts.Floor(origin.Floor, view.Calibration?.Building.Floors) : ThrowTexts.NoFloor,
            [.. Facts(fall, view, now)],
            fall.Reasons,
            one.From,
            Verdict(one));
    }

    private static IEnumerable<Fact> Facts(Fall fall, FallView view, Facade? now)
    {
        if (fall.Origin is { } origin)
        {
            yield return new Fact(ThrowTexts.FloorRange, FacadeTexts.Range(origin.LowestFloor, origin.HighestFloor));
            yield return new Fact(ThrowTexts.Height, FacadeTexts.PlusMinus(origin.Height, origin.HeightUncertainty, "0.0", "m"));
            if (origin.Column is { } column)
            {
                yield return new Fact(ThrowTexts.Column, FacadeTexts.ColumnOf(column, origin.LeftColumn ?? column, origin.RightColumn ?? column));
            }

            if (Recalculated(fall, view, now) is { } changed)
            {
                yield return new Fact(ThrowTexts.FloorNow, FacadeTexts.Floor(changed.Floor, now!.Calibration.Building.Floors), Tone.Normal, Icon: "warning");
            }

            yield return new Fact(ThrowTexts.Manner, origin.Thrown ? ThrowTexts.Thrown(origin.HorizontalSpeed) : ThrowTexts.Dropped);
            yield return new Fact(ThrowTexts.Size, FacadeTexts.Metres(origin.Size));
        }

        var fit = fall.Fit;
        if (view.Calibration is not null)
        {
            var near = Math.Abs(fit.Gravity - Gravity) <= (2 * fit.GravityUncertainty) + Allowed;
            yield return new Fact(
                ThrowTexts.MeasuredGravity,
                FacadeTexts.PlusMinus(fit.Gravity, fit.GravityUncertainty, "0.00", "m/s²"),
                near ? Tone.Good : Tone.High,
                Icon: near ? "check" : "warning");
        }

        yield return new Fact(ThrowTexts.Residual, FacadeTexts.Pixels(fit.Residual));
        yield return new Fact(ThrowTexts.Duration, FacadeTexts.Seconds(fall.Duration, fall.Track.Count));
    }

    /// <summary>The floor by the facade in force now, where that is another one than the fall was judged by and says another floor.</summary>
    private static FacadeFloor? Recalculated(Fall fall, FallView view, Facade? now)
    {
        if (now is null || view.Calibration is not { } then || ReferenceEquals(then, now.Calibration) || fall.Origin is not { } origin)
        {
            return null;
        }

        var floor = now.Calibration.FloorAt(then.RowOf(origin.Height));
        return floor.Floor == origin.Floor ? null : floor;
    }

    private static FacadeVerdict? Verdict(TestThrow one) => (one.From, one.Agrees, one.Off) switch
    {
        (null, _, _) => null,
        (_, null, _) or (_, _, null) => new FacadeVerdict(Tone.Unknown, "unknown", ThrowTexts.NothingToCompare),
        ({ } from, true, 0) => new FacadeVerdict(Tone.Good, "check", ThrowTexts.AgreesExactly(from)),
        ({ } from, true, { } off) => new FacadeVerdict(Tone.Good, "check", ThrowTexts.AgreesWithin(from, off)),
        ({ } from, false, { } off) => new FacadeVerdict(
            Tone.High, "warning", ThrowTexts.Disagrees(from, off, one.Fall.Origin!.Height - ((from - 1) * (one.View.Calibration?.Building.FloorHeight ?? 3)))),
    };
}
