using Gateway.Drivers.Simulation.Plates;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Synthetic;

namespace Gateway.Edge.Tests.Perception.Plates.Synthetic;

public sealed class SyntheticEvaluationTests
{
    [Fact(Timeout = 300_000)]
    public async Task Exact_wrong_and_unread_are_counted_by_condition_and_make()
    {
        var glyphs = await PlateGlyphs.SharedAsync();
        var set = new PlateSet(glyphs);
        var truths = new Queue<string>(PlateSet.Conditions.SelectMany(condition => new[] { 1, 2 }.Select(seed => set.Crop(condition, seed).Plate)));
        var asked = 0;
        var report = new SyntheticEvaluation(
            glyphs,
            cut: _ => (asked++ % 2) == 0 ? Reading(truths.Dequeue()) : truths.TryDequeue(out var _) ? Reading("京A00000") : null,
            whole: _ => null,
            TextWriter.Null).Run(count: 2);

        Assert.Equal(PlateSet.Conditions.Count + 1, report.Crops.Count);
        Assert.All(report.Crops.SkipLast(1), score => Assert.Equal((2, 1, 1, 1, 0), (score.Images, score.Exact, score.Wrong, score.Certain, score.NoOutput)));
        var all = report.Pictures[^1];
        Assert.Equal(("all", 16, 0, 0, 16), (all.Name, all.Images, all.Exact, all.Wrong, all.NoOutput));
        Assert.Equal(32, report.Kinds.Sum(kind => kind.Images));
        var text = new StringWriter();
        SyntheticEvaluation.Write(text, report);
        Assert.Contains("night", text.ToString(), StringComparison.Ordinal);
    }

    private static PlateReading Reading(string text)
    {
        Assert.True(PlateNumber.TryParse(text, out var number));
        return new PlateReading(default, number, PlateColour.Unknown, TwoRows: false, Confidence: 0.95f, []);
    }
}
