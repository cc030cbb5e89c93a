using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>Puts together what is told about a fall.</summary>
internal static class FallReport
{
    /// <param name="view">The camera.</param>
    /// <param name="points">Where it was seen.</param>
    /// <param name="measured">The path with its scale measured: what the decision rests on.</param>
    /// <param name="refined">The path with what is known of gravity: what the origin rests on.</param>
    /// <param name="measures">Of the track.</param>
    public static Fall Of(FallView view, IReadOnlyList<FallPoint> points, FallPath measured, FallPath refined, in FallMeasures measures)
    {
        var solution = measured.Solution;
        var calibrated = view.Calibration is not null;
        double? terminal = calibrated && refined.Solution.Fall.Drag > 0.02 ? FallPriors.Gravity / Math.Sqrt(refined.Solution.Fall.Drag) : null;
        var fit = new FallFit(solution.Residual, solution.Fall.Acceleration, solution.AccelerationError, terminal, measures.Drop);
        var origin = view.Calibration is { } calibration ? OriginFinder.Find(view, calibration, refined, measures.Size) : null;
        return new Fall(points, ScoreOf(measures, solution), fit, origin, ReasonsOf(measures, solution, calibrated));
    }

    /// <summary>The geometric mean of how well each test is passed.</summary>
    private static double ScoreOf(in FallMeasures measures, in FallSolution solution)
    {
        var onCurve = Math.Exp(-Math.Max(0, solution.Misfit - 1) / 2);
        var accelerates = 1 - Math.Exp(-measures.Significance / 8);
        var seen = Math.Min(1, measures.Coverage * 1.2);
        var often = 1 - Math.Exp(-measures.Points / 6.0);
        var far = 1 - Math.Exp(-measures.Metres / 3);
        return Math.Pow(onCurve * accelerates * seen * often * far, 1.0 / 5);
    }

    private static IReadOnlyList<LocalizedText> ReasonsOf(in FallMeasures measures, in FallSolution solution, bool calibrated)
    {
        var (a, off) = (solution.Fall.Acceleration, solution.AccelerationError);
        return
        [
            Text($"下落 {measures.Metres:0.0} 米，历时 {measures.Seconds:0.00} 秒，出现在 {measures.Points} 帧中", $"Came down {measures.Metres:0.0} m in {measures.Seconds:0.00} s, seen in {measures.Points} frames"),
            calibrated
                ? Text($"测得加速度 {a:0.0}±{off:0.0} 米/秒²（重力加速度 9.8）", $"Accelerates at {a:0.0} +- {off:0.0} m/s2 (gravity is 9.8)")
                : Text($"按重力加速下落，加速度为误差的 {measures.Significance:0} 倍", $"Accelerates as a fall does, {measures.Significance:0} times its uncertainty"),
            Text($"与自由落体轨迹相差 {solution.Residual:0.0} 像素", $"Off the path of a free fall by {solution.Residual:0.0} pixels"),
        ];
    }

    private static LocalizedText Text(FormattableString chinese, FormattableString english) =>
        new(chinese.ToString(CultureInfo.InvariantCulture), english.ToString(CultureInfo.InvariantCulture));
}
