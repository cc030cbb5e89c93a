using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Pictures;

namespace Gateway.Drivers.Tests.Buses.Video.Pictures;

/// <summary>The same questions asked of real cameras. Skipped where the recordings are absent.</summary>
public sealed class RealPictureTests
{
    public static TheoryData<string> Recordings => ["falling/office1_720p.mp4", "nuisance/opencv_vtest_pedestrians_576p.avi", "nuisance/street_dogs_van_720p.mp4"];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Recordings))]
    public async Task Sound_camera_stays_free_of_findings_while_life_goes_on_before_it(string recording)
    {
        var frames = await FramesAsync(recording);
        var (clock, watch) = Begin(frames[0]);
        foreach (var frame in frames)
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            watch.Look(frame);
            Assert.Empty(watch.Check().Findings.Select(finding => $"{finding.Code} {finding.Value}"));
        }
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Recordings))]
    public async Task Faults_are_found_in_its_pictures(string recording)
    {
        var frames = await FramesAsync(recording);
        var last = frames[^1];
        Assert.Equal("picture-blurred", Assert.Single(After(frames[0], Scenes.Blurred(last, 4, 1))));
        Assert.Equal("picture-moved", Assert.Single(After(frames[0], Shifted(last, 40, 16))));
        Assert.Equal("picture-covered", Assert.Single(After(frames[0], Scenes.Even(80, 1))));
        Assert.Equal("picture-black", Assert.Single(After(frames[0], Scenes.Even(4, 1))));
    }

    private static (FakeTimeProvider Clock, PictureWatch Watch) Begin(BgrImage reference)
    {
        var clock = new FakeTimeProvider();
        var watch = new PictureWatch(clock);
        watch.Look(reference);
        watch.SetReference();
        return (clock, watch);
    }

    private static IEnumerable<string> After(BgrImage reference, BgrImage image)
    {
        var (clock, watch) = Begin(reference);
        clock.Advance(TimeSpan.FromSeconds(2));
        watch.Look(image);
        return watch.Check().Findings.Select(finding => finding.Code);
    }

    /// <summary>The picture seen from a camera that was turned; what comes into view is grey.</summary>
    private static BgrImage Shifted(BgrImage image, int right, int down)
    {
        var moved = new BgrImage(new byte[image.ByteCount], image.Width, image.Height);
        moved.Pixels.AsSpan().Fill(100);
        for (var y = down; y < image.Height; y++)
        {
            image.Span.Slice((y - down) * image.Stride, image.Stride - (right * 3)).CopyTo(moved.Pixels.AsSpan((y * image.Stride) + (right * 3)));
        }

        return moved;
    }

    private static async Task<IReadOnlyList<BgrImage>> FramesAsync(string recording)
    {
        var path = TestData.Require(recording.Split('/'));
        var settings = RunningCamera.Settings(path) with { Width = Scenes.Width, Height = Scenes.Height, FramesPerSecond = 2 };
        await using var camera = new RunningCamera(settings);
        List<BgrImage> frames = [];
        while (frames.Count < 6)
        {
            using var frame = await camera.Source.ReadAsync(TestContext.Current.CancellationToken);
            frames.Add(new BgrImage(frame.Image.Span.ToArray(), frame.Image.Width, frame.Image.Height));
        }

        return frames;
    }
}
