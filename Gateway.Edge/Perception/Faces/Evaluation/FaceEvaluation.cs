using System.Diagnostics;
using System.Globalization;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Faces.Detection;
using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Perception.Faces.Evaluation;

/// <summary>Measures 1:1 verification on labelled pairs with the product's own pipeline: one embedding per picture, plain cosine.</summary>
internal sealed class FaceEvaluation(FaceReader reader, FaceOptions options, TextWriter progress)
{
    private static readonly float[] Thresholds = [0.40f, 0.45f, 0.50f, 0.55f, 0.60f];

    private readonly FaceBox[] _found = new FaceBox[16];
    private readonly Dictionary<string, float[]?> _embeddings = new(StringComparer.Ordinal);
    private readonly Stopwatch _busy = new();

    /// <summary>Judges the pairs; pictures already seen in an earlier call are not read again.</summary>
    /// <exception cref="IOException">A picture named in the list is missing.</exception>
    public FaceReport Run(IReadOnlyList<FacePair> pairs)
    {
        var pictures = pairs.SelectMany(pair => new[] { (File: pair.FileA, pair.Set), (File: pair.FileB, pair.Set) })
            .GroupBy(picture => picture.File, picture => picture.Set, StringComparer.Ordinal)
            .ToList();
        foreach (var picture in pictures)
        {
            if (!_embeddings.ContainsKey(picture.Key))
            {
                _embeddings[picture.Key] = Embed(picture.Key, picture.Any(set => EvaluationPictures.IsTight(picture.Key, set)));
                if (_embeddings.Count % 50 == 0)
                {
                    progress.WriteLine($"{_embeddings.Count} pictures read");
                }
            }
        }

        var scores = new VerificationScores();
        foreach (var pair in pairs)
        {
            var similarity = _embeddings[pair.FileA] is { } one && _embeddings[pair.FileB] is { } other ? UnitVector.Cosine(one, other) : -1;
            scores.Add(pair.Same, similarity);
        }

        return new FaceReport(
            pairs.Count,
            pictures.Count(picture => _embeddings[picture.Key] is null),
            scores.EqualErrorRate(),
            Thresholds.ToDictionary(Name, scores.TruePositiveRate, StringComparer.Ordinal),
            Thresholds.ToDictionary(Name, scores.FalsePositiveRate, StringComparer.Ordinal),
            Math.Round(_busy.Elapsed.TotalMilliseconds / Math.Max(_embeddings.Count, 1), 2));
    }

    private static string Name(float threshold) => threshold.ToString("0.00", CultureInfo.InvariantCulture);

    private float[]? Embed(string file, bool tight)
    {
        BgrImage image;
        try
        {
            image = JpegCodec.Decode(File.ReadAllBytes(file));
        }
        catch (JpegException error)
        {
            progress.WriteLine($"{file}: {error.Message}");
            return null;
        }

        image = tight ? EvaluationPictures.Pad(image) : image;
        _busy.Start();
        try
        {
            var count = StillSearch.Find(reader, image, options.DetectionScore, _found);
            if (count == 0)
            {
                progress.WriteLine($"{file}: no face found");
                return null;
            }

            reader.Read(image, StillSearch.Subject(_found.AsSpan(0, count)).Box);
            var embedding = new float[UnitVector.Length];
            return reader.Embed(embedding) ? embedding : null;
        }
        finally
        {
            _busy.Stop();
        }
    }
}
