using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Grey;

namespace Gateway.Drivers.Tests.Buses.Video.Grey;

/// <summary>What FFmpeg itself writes, whole and spoilt.</summary>
public sealed class NutReaderTests(Clips clips) : IClassFixture<Clips>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(320, 240)]
    [InlineData(64, 63)]
    [InlineData(16, 16)]
    public async Task Frames_and_times_are_those_that_were_written(int width, int height)
    {
        var (stream, plain) = await MakeAsync(width, height);
        var reader = new NutReader(new MemoryStream(stream));
        Assert.True(reader.Open());
        Assert.Equal((width, height), (reader.Width, reader.Height));
        var picture = new byte[width * height];
        for (var i = 0; i < 25; i++)
        {
            Assert.True(reader.Next(picture, out var time));
            Assert.Equal(TimeSpan.FromMilliseconds(40 * i), time);
            Assert.True(picture.AsSpan().SequenceEqual(plain.AsSpan(i * picture.Length, picture.Length)), $"frame {i}");
        }

        Assert.False(reader.Next(picture, out _));
    }

    [Fact(Timeout = 120_000)]
    public async Task Picture_that_begins_like_a_coded_one_comes_whole()
    {
        // NUT may leave out the first bytes of a frame where they are a known code's: here 00 00 01 B6, in a frame small enough for it.
        var path = clips.PathOf("prefix.raw");
        var frame = new byte[32 * 32];
        new byte[] { 0, 0, 1, 0xb6 }.CopyTo(frame, 0);
        await File.WriteAllBytesAsync(path, [.. frame, .. frame], Cancelled);
        var nut = clips.PathOf("prefix.nut");
        await Clips.FfmpegAsync(["-y", "-f", "rawvideo", "-pix_fmt", "gray", "-s", "32x32", "-r", "25", "-i", path, .. Output(nut)]);
        var reader = new NutReader(new MemoryStream(await File.ReadAllBytesAsync(nut, Cancelled)));
        Assert.True(reader.Open());
        var picture = new byte[frame.Length];
        for (var i = 0; i < 2; i++)
        {
            picture.AsSpan().Fill(7);
            Assert.True(reader.Next(picture, out _));
            Assert.Equal(frame, picture);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Stream_cut_off_anywhere_ends_and_tells_how_much_of_a_frame_is_missing()
    {
        var (stream, _) = await MakeAsync(64, 63);
        var whole = Read(stream).Frames;
        for (var length = 0; length < stream.Length; length += 997)
        {
            var (frames, partial, _) = Read(stream[..length]);
            Assert.InRange(frames, 0, whole);
            Assert.InRange(partial, 0, (64 * 63) + 64);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Spoilt_stream_ends_in_words_and_never_in_a_crash_or_a_hang()
    {
        var (stream, _) = await MakeAsync(16, 16);
        var random = new Random(5);
        for (var run = 0; run < 3000; run++)
        {
            var spoilt = stream.ToArray();
            for (var i = 0; i <= run % 4; i++)
            {
                spoilt[random.Next(run % 2 == 0 ? 400 : spoilt.Length)] = (byte)random.Next(256);
            }

            Read(spoilt);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("RIFF....AVI LIST a video that is none of ours")]
    [InlineData("nut/multimedia container\0")]
    [InlineData("nut/multimedia container\0x begins without a header")]
    public void Something_else_is_not_read(string text)
    {
        var (frames, partial, _) = Read(System.Text.Encoding.ASCII.GetBytes(text));
        Assert.Equal(0, frames);
        Assert.InRange(partial, 0, text.Length);
    }

    [Fact]
    public void Stream_that_never_ends_its_header_is_given_up()
    {
        byte[] greeting = [.. "nut/multimedia container\0NMzV_"u8];
        (greeting[27], greeting[28], greeting[29]) = (0x7a, 0x56, 0x1f);
        var (_, _, error) = Read([.. greeting, 0x5f, 0x04, 0xad, .. Enumerable.Repeat((byte)0xff, 100_000)]);
        Assert.IsType<InvalidDataException>(error);
    }

    [Fact(Timeout = 120_000)]
    public async Task Reading_allocates_nothing_for_a_frame()
    {
        var (stream, _) = await MakeAsync(320, 240);
        var picture = new byte[320 * 240];
        var least = long.MaxValue;
        for (var go = 0; go < 5; go++)
        {
            var reader = new NutReader(new MemoryStream(stream));
            reader.Open();
            reader.Next(picture, out _);
            var frames = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            while (reader.Next(picture, out _))
            {
                frames++;
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(24, frames);
        }

        Assert.InRange(least, 0, 1000); // headers come again now and then, ever more rarely
    }

    /// <summary>Reads to the end, which must be one of the known ones.</summary>
    private static (int Frames, int Partial, Exception? Error) Read(byte[] stream)
    {
        var (reader, frames) = (new NutReader(new MemoryStream(stream)), 0);
        try
        {
            if (reader.Open())
            {
                var picture = new byte[Math.Min(reader.Width * reader.Height, 1 << 20)];
                while (reader.Next(picture, out _))
                {
                    frames++;
                }
            }

            return (frames, 0, null);
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException)
        {
            return (frames, reader.PartialBytes, error);
        }
    }

    private static string[] Output(string path) =>
        [.. LumaOutput.Arguments(before: "", LumaOutput.SizeOf(AnalysisScale.Full)).SkipLast(1), path];

    private async Task<(byte[] Stream, byte[] Plain)> MakeAsync(int width, int height)
    {
        var (nut, plain) = (clips.PathOf($"{width}.nut"), clips.PathOf($"{width}.raw"));
        string[] source = ["-y", "-f", "lavfi", "-i", $"testsrc=size={width}x{height}:rate=25:duration=1,format=gray"];
        await Clips.FfmpegAsync([.. source, .. Output(nut)]);
        await Clips.FfmpegAsync([.. source, "-f", "rawvideo", plain]);
        return (await File.ReadAllBytesAsync(nut, Cancelled), await File.ReadAllBytesAsync(plain, Cancelled));
    }
}
