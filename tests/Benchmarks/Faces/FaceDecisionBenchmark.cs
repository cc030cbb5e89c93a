using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Faces.Detection;
using Gateway.Edge.Perception.Faces.Gallery;
using Gateway.Edge.Perception.Faces.Recognition;
using Gateway.Edge.Perception.Models;
using Microsoft.Extensions.Options;

namespace EdgeGateway.Benchmarks.Faces;

/// <summary>
/// Processor time of one face decision on a 1280 x 720 picture (find, landmarks, quality, liveness, embedding, search among 1,000 templates)
/// over that of the bare model calls, interleaved in one run with the same sessions.
/// </summary>
internal static class FaceDecisionBenchmark
{
    private const int Rounds = 40;
    private const int PerRound = 5;

    public static int Run()
    {
        var options = Options.Create(new ModelOptions());
        using var models = new ModelRegistry(new ModelStore(options, ModelManifest.Current), ModelManifest.Current, options);
        using var reader = new FaceReader(models);
        using var gallery = new FaceGallery();
        using var detect = models.CreateRun(ModelNames.FaceDetector);
        using var landmarks = models.CreateRun(ModelNames.FaceLandmarks);
        using var liveness = models.CreateRun(ModelNames.FaceLiveness);
        using var embed = models.CreateRun(ModelNames.FaceEmbedding);
        foreach (var template in TemplateMaker.Templates(1_000, seed: 1))
        {
            gallery.Set(Guid.NewGuid(), [template]);
        }

        var picture = Picture();
        var found = new FaceBox[16];
        var embedding = new float[UnitVector.Length];
        void Decide()
        {
            var count = reader.Find(picture, 0.65f, found);
            var face = StillSearch.Subject(found.AsSpan(0, count)).Box;
            reader.Read(picture, face);
            reader.Liveness(picture, face);
            reader.Embed(embedding);
            gallery.Search(embedding);
        }

        void BareFloor()
        {
            detect.Run();
            landmarks.Run();
            liveness.Run();
            embed.Run();
        }

        // The same inputs for the bare calls: denormals and zeros would make them faster than real data.
        foreach (var run in new[] { detect, landmarks, liveness, embed })
        {
            var random = new Random(7);
            foreach (ref var value in run.Input.AsSpan())
            {
                value = (float)random.NextDouble();
            }
        }

        for (var warm = 0; warm < 120; warm++)
        {
            Decide();
            BareFloor();
        }

        var (decision, floor, secondLook) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            decision.Add(Measure(Decide));
            floor.Add(Measure(BareFloor));
            secondLook.Add(Measure(landmarks.Run));
        }

        var (median, bare, landmark) = (Median(decision), Median(floor), Median(secondLook));
        var holds = Result.AtMost("face decision / one call of each model", median / bare, 1.15);
        Result.Note("face decision / the calls it makes", median / (bare + landmark), "(it looks at the landmarks twice)");
        var largest = StillSearch.Subject(found.AsSpan(0, reader.Find(picture, 0.65f, found))).Box;
        Result.Note("  find", Stage(() => reader.Find(picture, 0.65f, found)), $"of which the model {Stage(detect.Run):0.000}");
        Result.Note("  read", Stage(() => reader.Read(picture, largest)), $"of which the model {2 * Stage(landmarks.Run):0.000}");
        Result.Note("  liveness", Stage(() => reader.Liveness(picture, largest)), $"of which the model {Stage(liveness.Run):0.000}");
        Result.Note("  embed", Stage(() => reader.Embed(embedding)), $"of which the model {Stage(embed.Run):0.000}");
        Result.Note("  search", Stage(() => gallery.Search(embedding)), $"the face is {largest.Height:0} px high");
        Result.Note("face decision", median, "ms of processor time");
        Result.Note("bare calls", bare, "ms of processor time");
        return holds ? 0 : 1;
    }

    private static double Measure(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var index = 0; index < PerRound; index++)
        {
            work();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / PerRound;
    }

    private static double Stage(Action work) => Median([.. Enumerable.Range(0, 15).Select(_ => Measure(work))]);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>A real portrait, enlarged to a camera's 1280 x 720.</summary>
    private static BgrImage Picture()
    {
        var file = Path.Combine(Repository.Root, "node_modules/@vladmandic/human/assets/samples.jpg");
        var image = JpegCodec.Decode(File.ReadAllBytes(file));
        var pixels = new byte[1280 * 720 * 3];
        image.Span[..pixels.Length].CopyTo(pixels);
        return new BgrImage(pixels, 1280, 720);
    }
}
