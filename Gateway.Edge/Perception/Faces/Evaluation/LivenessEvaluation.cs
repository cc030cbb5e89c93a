using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Evaluation;
using Gateway.Edge.Perception.Faces.Detection;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Evaluation;

/// <summary>
/// Measures the liveness model on single labelled pictures (labels.csv: file,label,source; label <c>live</c> is alive, anything else an attack).
/// Pictures are taken as they are: a border would look like the edge of a print.
/// </summary>
internal sealed class LivenessEvaluation(FaceReader reader, FaceOptions options, TextWriter progress)
{
    private readonly FaceBox[] _found = new FaceBox[16];

    /// <summary>Judges the folder's pictures.</summary>
    /// <exception cref="InvalidDataException">labels.csv is malformed.</exception>
    /// <exception cref="JpegException">A picture cannot be read.</exception>
    public LivenessReport Run(string folder)
    {
        var (alive, attacks, undetected) = (new List<float>(), new List<float>(), 0);
        foreach (var row in CsvLines.Read(Path.Combine(folder, "labels.csv"), "file", "label"))
        {
            var image = JpegCodec.Decode(File.ReadAllBytes(Path.Combine(folder, row["file"])));
            var count = StillSearch.Find(reader, image, options.DetectionScore, _found);
            undetected += count == 0 ? 1 : 0;
            var face = count == 0 ? new PixelBox(0, 0, image.Width, image.Height) : StillSearch.Subject(_found.AsSpan(0, count)).Box;
            (row["label"] == "live" ? alive : attacks).Add(reader.Liveness(image, face));
            if ((alive.Count + attacks.Count) % 50 == 0)
            {
                progress.WriteLine($"{alive.Count + attacks.Count} pictures judged");
            }
        }

        return new LivenessReport(
            alive.Count + attacks.Count,
            AreaUnderCurve(alive, attacks),
            Share(attacks, probability => probability >= options.LivenessThreshold),
            Share(alive, probability => probability < options.LivenessThreshold),
            options.LivenessThreshold,
            undetected);
    }

    private static double Share(List<float> values, Predicate<float> condition) =>
        values.Count == 0 ? double.NaN : (double)values.FindAll(condition).Count / values.Count;

    /// <summary>Mann-Whitney: the share of (alive, attack) pairs in the right order, ties counting half.</summary>
    private static double AreaUnderCurve(List<float> alive, List<float> attacks) => alive.Count == 0 || attacks.Count == 0
        ? double.NaN
        : alive.Average(one => attacks.Average(other => one > other ? 1.0 : one == other ? 0.5 : 0));
}
