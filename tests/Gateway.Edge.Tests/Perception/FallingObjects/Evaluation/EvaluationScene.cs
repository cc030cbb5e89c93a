using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Evaluation;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Evaluation;

/// <summary>Truth and tells for evaluations without pictures: 25 frames a second, 720 rows, things that come down 10 rows a frame.</summary>
internal static class EvaluationScene
{
    public static TrueFall True(string name, int first, int last, double x, double y = 100, double size = 6, bool mirror = false, int? floor = null) => new(
        name, [.. Enumerable.Range(first, last - first + 1).Select(frame => new TruePoint(frame, x, y + (10 * (frame - first)), size, size))], mirror, floor);

    public static Fall Fall(int first, int last, double x, double y = 100, int? floor = null) => new(
        [.. Enumerable.Range(first, last - first + 1).Select(frame => new FallPoint(frame, TimeOf(frame), x, y + (10 * (frame - first)), 6, 6))],
        0.9,
        new FallFit(0.5, 9.8, 0.3, null, 10 * (last - first)),
        floor is { } told ? new FallOrigin(told * 3, 0.5, told, told, told, 0.5, null, null, null, 0, false, 0.1) : null,
        []);

    public static ToldFall Told(int first, int last, double x, double y = 100) =>
        new(Fall(first, last, x, y), [.. Enumerable.Range(first, last - first + 1)], last + 10, TimeOf(last + 10));

    public static TimeSpan TimeOf(int frame) => TimeSpan.FromMilliseconds(40 * frame);

    /// <summary>Verdict and object of each outcome, in order.</summary>
    public static string[] Verdicts(IEnumerable<FallOutcome> outcomes) =>
        [.. outcomes.Select(outcome => $"{EventReport.NameOf(outcome.Verdict)} {outcome.Truth?.Name}".TrimEnd())];
}
