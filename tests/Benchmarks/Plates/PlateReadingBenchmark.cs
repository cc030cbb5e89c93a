using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates.Finding;
using Gateway.Edge.Perception.Plates.Recognition;
using Gateway.Edge.Perception.Plates;
using Microsoft.Extensions.Options;

namespace EdgeGateway.Benchmarks.Plates;

/// <summary>
/// Processor time of finding and reading the plate of a 1280 x 720 picture over that of the bare model calls it makes (detector once, recogniser
/// and head once), interleaved in one run with the same sessions; and the same for a plate that is cut out already.
/// </summary>
internal static class PlateReadingBenchmark
{
    private const int Rounds = 25;

    public static int Run()
    {
        var options = Options.Create(new ModelOptions());
        var store = new ModelStore(options, ModelManifest.Current);
        using var models = new ModelRegistry(store, ModelManifest.Current, options);
        var vocabulary = new PlateVocabulary(store.Load(ModelNames.TextCharacters));
        using var detector = new TextDetector(models);
        using var rows = new RowReader(models, vocabulary, new PlateOptions { LeastFit = 1, SureFit = 0, SureShare = 0 });
        using var detect = models.CreateRun(ModelNames.TextDetector, [1, 3, 352, 640], ("sigmoid_0.tmp_0", [1, 1, 352, 640]));
        using var recognise = models.CreateRun(
            ModelNames.TextRecogniser, [1, 3, 48, 160], ("softmax_11.tmp_0", [1, 20, vocabulary.Count]), ("p2o.Add.231", [1, 480, 3, 40]));
        using var head = models.CreateRun(ModelNames.PlateHead, [1, 480, 3, 40], ("probabilities", [1, 40, PlateAlphabet.Count]));
        var random = new Random(7);
        foreach (var run in new[] { detect, recognise, head })
        {
            foreach (ref var value in run.Input.AsSpan())
            {
                value = (float)(random.NextDouble() - 0.5);
            }
        }

        var picture = Picture(1280, 720);
        var place = new PlatePlace(Quad.Of(new PixelBox(500, 400, 140, 44)), null, 1);
        var found = new TextBox[64];
        var places = new PlatePlaces();
        void ReadPlace() => rows.Read(picture, place, exact: false);
        void BareRow()
        {
            recognise.Run();
            head.Run();
        }

        void ReadPicture()
        {
            places.Of(found.AsSpan(0, detector.Find(picture, new PixelBox(0, 0, picture.Width, picture.Height), 640, TextThresholds.Usual, found)));
            rows.Begin(picture);
            ReadPlace();
        }

        void BarePicture()
        {
            detect.Run();
            BareRow();
        }

        for (var warm = 0; warm < 30; warm++)
        {
            ReadPicture();
            BarePicture();
        }

        var (whole, wholeBare, row, rowBare) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            whole.Add(Measure(ReadPicture));
            wholeBare.Add(Measure(BarePicture));
            row.Add(Measure(ReadPlace));
            rowBare.Add(Measure(BareRow));
        }

        var holds = Result.AtMost("plate in a full picture / bare model calls", Median(whole) / Median(wholeBare), 1.2);
        Result.Note("plate cut out / bare model calls", Median(row) / Median(rowBare), "");
        Result.Note("full picture", Median(whole), "ms of processor time");
        Result.Note("  bare calls", Median(wholeBare), "ms of processor time");
        Result.Note("plate cut out", Median(row), "ms of processor time");
        Result.Note("  bare calls", Median(rowBare), "ms of processor time");
        return holds ? 0 : 1;
    }

    private static double Measure(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var index = 0; index < 4; index++)
        {
            work();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / 4;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>A street's worth of texture, the same every time.</summary>
    private static BgrImage Picture(int width, int height)
    {
        var random = new Random(1);
        var pixels = new byte[width * height * 3];
        for (var at = 0; at < pixels.Length; at++)
        {
            pixels[at] = (byte)(90 + (40 * Math.Sin(at * 0.0007)) + random.Next(30));
        }

        return new BgrImage(pixels, width, height);
    }
}
