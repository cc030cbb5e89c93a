using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Drivers.Tests.Buses.Video.Recording;

/// <summary>Files that FFmpeg wrote, whole and broken.</summary>
public sealed class TransportStreamTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory(Timeout = 60_000)]
    [InlineData("libx264", VideoCodec.H264)]
    [InlineData("libx265", VideoCodec.H265)]
    public async Task Codec_and_span_are_read(string encoder, VideoCodec codec)
    {
        var stream = TransportStream.Read(await MakeAsync(encoder))!;
        Assert.Equal((codec, 45), (stream.Codec, stream.Pictures));
        Assert.Equal(3, stream.Duration.TotalSeconds, 0.05);
    }

    [Fact(Timeout = 60_000)]
    public async Task File_that_breaks_off_anywhere_is_read_as_far_as_it_goes()
    {
        var bytes = await File.ReadAllBytesAsync(await MakeAsync("libx264"), TestContext.Current.CancellationToken);
        var random = new Random(1);
        var before = 0;
        foreach (var length in Enumerable.Range(0, 40).Select(_ => random.Next(bytes.Length)).Order())
        {
            var path = _folder.File("cut.ts");
            await File.WriteAllBytesAsync(path, bytes[..length], TestContext.Current.CancellationToken);
            var pictures = TransportStream.Read(path)?.Pictures ?? 0;
            Assert.InRange(pictures, before, 45);
            before = pictures;
        }

        Assert.True(before > 30);
    }

    [Fact(Timeout = 60_000)]
    public async Task Garbage_harms_nobody()
    {
        var bytes = await File.ReadAllBytesAsync(await MakeAsync("libx264"), TestContext.Current.CancellationToken);
        var random = new Random(2);
        for (var i = 0; i < 200; i++)
        {
            var damaged = bytes.ToArray();
            for (var hits = 0; hits < 300; hits++)
            {
                damaged[random.Next(i % 2 == 0 ? 1000 : damaged.Length)] = (byte)random.Next(256);
            }

            var path = _folder.File("damaged.ts");
            await File.WriteAllBytesAsync(path, damaged, TestContext.Current.CancellationToken);
            Assert.InRange(TransportStream.Read(path)?.Pictures ?? 0, 0, 100);
        }

        random.NextBytes(bytes);
        await File.WriteAllBytesAsync(_folder.File("noise.ts"), bytes, TestContext.Current.CancellationToken);
        Assert.Null(TransportStream.Read(_folder.File("noise.ts")));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> MakeAsync(string encoder)
    {
        var path = _folder.File("whole.ts");
        await Clips.FfmpegAsync("-y", "-i", await CounterVideo.MakeAsync(_folder.Path, 3, encoder), "-c", "copy", "-muxdelay", "0", path);
        return path;
    }
}
