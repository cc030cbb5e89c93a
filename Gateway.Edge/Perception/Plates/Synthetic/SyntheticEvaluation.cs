using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>Measures a reader on the seeded sets.</summary>
/// <param name="glyphs">The shapes of the characters.</param>
/// <param name="cut">Reads a plate that is cut out; null for nothing.</param>
/// <param name="whole">Reads the most prominent plate of a whole picture; null for nothing.</param>
/// <param name="progress">Told how far it got.</param>
internal sealed class SyntheticEvaluation(PlateGlyphs glyphs, Func<BgrImage, PlateReading?> cut, Func<BgrImage, PlateReading?> whole, TextWriter progress)
{
    /// <summary>A reading of at least this confidence is called certain here.</summary>
    public const float Certain = 0.9f;

    /// <summary>Reads so many crops and as many whole pictures of each condition.</summary>
    public SyntheticReport Run(int count)
    {
        var set = new PlateSet(glyphs);
        var (crops, pictures) = (new List<Outcome>(), new List<Outcome>());
        foreach (var condition in PlateSet.Conditions)
        {
            for (var seed = 1; seed <= count; seed++)
            {
                crops.Add(Outcome.Of(set.Crop(condition, seed), cut));
                pictures.Add(Outcome.Of(set.Full(condition, seed), whole));
            }

            progress.WriteLine($"{PlateFolder.Name(condition)}: {2 * count} pictures read");
        }

        return new SyntheticReport(
            ByCondition(crops),
            ByCondition(pictures),
            [.. crops.Concat(pictures).GroupBy(one => one.Make).OrderBy(make => make.Key).Select(make => Score(PlateFolder.Name(make.Key), make))]);
    }

    /// <summary>One line a group.</summary>
    public static void Write(TextWriter output, SyntheticReport report)
    {
        foreach (var (title, scores) in new[] { ("crops", report.Crops), ("pictures", report.Pictures), ("both by kind", report.Kinds) })
        {
            output.WriteLine($"{title,-16}{"images",8}{"exact",9}{"wrong",8}{"certain",9}{"unread",8}");
            foreach (var score in scores)
            {
                var exact = FormattableString.Invariant($"{(double)score.Exact / score.Images:0.0%}");
                output.WriteLine($"{score.Name,-16}{score.Images,8}{exact,9}{score.Wrong,8}{score.Certain,9}{score.NoOutput,8}");
            }

            output.WriteLine();
        }
    }

    private static List<SyntheticScore> ByCondition(List<Outcome> outcomes) =>
    [
        .. outcomes.GroupBy(one => one.Condition).Select(group => Score(PlateFolder.Name(group.Key), group)),
        Score("all", outcomes),
    ];

    private static SyntheticScore Score(string name, IEnumerable<Outcome> group)
    {
        var all = group.ToList();
        return new SyntheticScore(
            name,
            all.Count,
            all.Count(one => one.Exact),
            all.Count(one => one.Wrong),
            all.Count(one => one is { Wrong: true, Confidence: >= Certain }),
            all.Count(one => !one.Exact && !one.Wrong));
    }

    private sealed record Outcome(PlateCondition Condition, PlateMake Make, bool Exact, bool Wrong, float Confidence)
    {
        public static Outcome Of(SyntheticPlate plate, Func<BgrImage, PlateReading?> read)
        {
            var reading = read(plate.Image);
            var exact = reading?.Number?.Text == plate.Plate;
            return new Outcome(plate.Condition, plate.Make, exact, !exact && reading?.Number is not null, reading?.Confidence ?? 0);
        }
    }
}
