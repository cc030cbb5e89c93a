using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.FallingObjects.Evaluation;
using static Gateway.Edge.Tests.Perception.FallingObjects.Evaluation.EvaluationScene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Evaluation;

public sealed class EvaluationPicturesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_hit_miss_and_false_alarm_has_a_picture_that_its_name_tells()
    {
        var clip = new ScriptedClip("a, b.mp4", 250, True("fall1", 50, 80, x: 300), True("fall2", 120, 150, x: 300))
        {
            Tells = new[] { Fall(50, 80, 300), Fall(52, 76, 900) }.ToLookup(_ => 100),
        };
        var folder = _folder.File("pictures");

        await EvaluationPictures.WriteAsync([await RunAsync(clip)], folder, TextWriter.Null, Token);

        Assert.Equal(
            ["0001-a__b-hit-fall1-frames-50-80.jpg", "0002-a__b-false_alarm-frames-52-76.jpg", "0003-a__b-miss-fall2-frames-120-150.jpg"],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Truth_of_a_larger_picture_is_drawn_to_scale()
    {
        // Told in 720 rows, drawn in 144: the box stands around (100, 50).
        var clip = new ScriptedClip("a.mp4", 100, True("fall1", 50, 50, x: 500, y: 250, size: 20)) { Rows = 144 };
        var result = await RunAsync(clip);

        await EvaluationPictures.WriteAsync([result], _folder.Path, TextWriter.Null, Token);

        var picture = JpegCodec.Decode(await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder.Path, "*.jpg")), Token));
        Assert.Equal((256, 144), (picture.Width, picture.Height));
        Assert.True(Green(picture, 100, 46) > 60);
        Assert.True(Green(picture, 200, 100) < 20);

        static int Green(Gateway.Drivers.Buses.Video.BgrImage image, int x, int y) => image.Span[(y * image.Stride) + (x * 3) + 1];
    }

    [Fact]
    public async Task Clip_that_cannot_be_read_any_more_is_named()
    {
        var read = await RunAsync(new ScriptedClip("a.mp4", 100, True("fall1", 50, 80, x: 300)));
        using var progress = new StringWriter();

        await EvaluationPictures.WriteAsync([read with { Clip = new ScriptedClip("a.mp4", 100) { Missing = true } }], _folder.Path, progress, Token);

        Assert.Contains("a.mp4 is no video", progress.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private static Task<ClipResult> RunAsync(ScriptedClip clip) => new FallEvaluation(_ => clip.Detector(), TextWriter.Null).RunAsync(clip, Token);
}
