using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Video;

public sealed class LumaFileTests(Clips clips) : IClassFixture<Clips>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(AnalysisScale.Full, 320, 240)]
    [InlineData(AnalysisScale.Half, 160, 120)]
    public async Task Every_frame_comes_in_order_with_the_streams_own_time(AnalysisScale scale, int width, int height)
    {
        await using var file = await LumaFile.OpenAsync(clips.Brief, scale, Cancelled);
        Assert.Equal((width, height), (file.Width, file.Height));
        var number = 0;
        await foreach (var frame in file.ReadAllAsync(Cancelled))
        {
            using (frame)
            {
                Assert.Equal((width, height, width * height), (frame.Width, frame.Height, frame.Pixels.Length));
                Assert.Equal(++number, frame.Number);
                Assert.Equal(TimeSpan.FromMilliseconds(40 * (number - 1)), frame.StreamTime);
                Assert.Equal(DateTimeOffset.UnixEpoch + frame.StreamTime, frame.CapturedAt);
            }
        }

        Assert.Equal(25, number);
        Assert.Null(await file.ReadAsync(Cancelled));
    }

    [Fact(Timeout = 120_000)]
    public async Task Luma_is_the_streams_own_and_each_half_pixel_the_mean_of_four()
    {
        // Columns of 16 and 235 by turns: black and white as they are coded.
        var path = clips.PathOf("stripes.mkv");
        await Clips.FfmpegAsync("-y", "-f", "lavfi", "-i", "color=black:size=66x50:rate=5:duration=1,format=gray,geq=lum='if(mod(X,2),235,16)'", "-c:v", "ffv1", path);
        foreach (var (scale, expected) in new[] { (AnalysisScale.Full, (byte[])[16, 235, 16, 235]), (AnalysisScale.Half, [126, 126, 126, 126]) })
        {
            await using var file = await LumaFile.OpenAsync(path, scale, Cancelled);
            using var frame = await file.ReadAsync(Cancelled);
            Assert.All(frame!.Pixels.Span[..4].ToArray().Zip(expected), pair => Assert.InRange(pair.First, pair.Second - 1, pair.Second + 1));
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Uneven_times_come_exactly_as_they_were_recorded()
    {
        int[] times = [0, 40, 90, 91, 250, 1250, 1283];
        var path = clips.PathOf("uneven.mkv");
        await Clips.UnevenAsync(path, times);
        await using var file = await LumaFile.OpenAsync(path, AnalysisScale.Full, Cancelled);
        List<int> seen = [];
        await foreach (var frame in file.ReadAllAsync(Cancelled))
        {
            using (frame)
            {
                seen.Add((int)Math.Round(frame.StreamTime.TotalMilliseconds));
            }
        }

        Assert.Equal(times, seen);
    }

    [Fact(Timeout = 120_000)]
    public async Task Times_begin_at_zero_wherever_the_files_own_begin()
    {
        var path = clips.PathOf("late.ts");
        await Clips.FfmpegAsync("-y", "-i", clips.Brief, "-c", "copy", "-output_ts_offset", "95443", path); // the clock of MPEG-TS wraps after 95443.7 s
        await using var file = await LumaFile.OpenAsync(path, AnalysisScale.Half, Cancelled);
        var number = 0;
        await foreach (var frame in file.ReadAllAsync(Cancelled))
        {
            using (frame)
            {
                Assert.InRange(frame.StreamTime.TotalMilliseconds - (40 * number++), -1, 1);
            }
        }

        Assert.Equal(25, number);
    }

    [Fact(Timeout = 120_000)]
    public async Task Picture_that_is_stored_turned_comes_upright()
    {
        var path = clips.PathOf("turned.mp4");
        await Clips.FfmpegAsync("-y", "-i", clips.Brief, "-c", "copy", "-metadata:s:v:0", "rotate=90", path);
        await using var file = await LumaFile.OpenAsync(path, AnalysisScale.Half, Cancelled);
        Assert.Equal((120, 160), (file.Width, file.Height));
    }

    [Fact(Timeout = 120_000)]
    public async Task Odd_sizes_lose_their_last_row_and_column_at_half_resolution_alone()
    {
        var path = clips.PathOf("odd.mkv");
        await Clips.FfmpegAsync("-y", "-f", "lavfi", "-i", "testsrc=size=65x51:rate=5:duration=1", "-c:v", "ffv1", "-pix_fmt", "yuv444p", path);
        await using var full = await LumaFile.OpenAsync(path, AnalysisScale.Full, Cancelled);
        await using var half = await LumaFile.OpenAsync(path, AnalysisScale.Half, Cancelled);
        Assert.Equal((65, 51, 32, 25), (full.Width, full.Height, half.Width, half.Height));
    }

    [Fact(Timeout = 120_000)]
    public async Task Colours_without_luma_and_deep_pictures_are_converted()
    {
        foreach (var (name, format) in new[] { ("bgr.avi", "bgr24"), ("deep.mkv", "yuv420p10le") })
        {
            await Clips.FfmpegAsync(
                "-y", "-f", "lavfi", "-i", "color=white:size=64x64:rate=5:duration=1", "-c:v", name[0] == 'b' ? "rawvideo" : "ffv1", "-pix_fmt", format, clips.PathOf(name));
            await using var file = await LumaFile.OpenAsync(clips.PathOf(name), AnalysisScale.Full, Cancelled);
            using var frame = await file.ReadAsync(Cancelled);
            Assert.All(frame!.Pixels.Span.ToArray(), value => Assert.InRange(value, 230, 255));
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Missing_file_and_file_that_is_no_video_are_named_with_the_cause()
    {
        var text = clips.PathOf("text.mp4");
        await File.WriteAllTextAsync(text, new string('x', 5000), Cancelled);
        foreach (var (path, words) in new[] { (clips.PathOf("nowhere.mp4"), "No such file"), (text, "Invalid data") })
        {
            var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => LumaFile.OpenAsync(path, AnalysisScale.Full, Cancelled));
            Assert.Contains(path, fault.Message, StringComparison.Ordinal);
            Assert.Contains(words, fault.Message, StringComparison.Ordinal);
            Assert.NotNull(fault.Words);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Missing_program_is_named()
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(
            () => LumaFile.OpenAsync(clips.Brief, AnalysisScale.Full, Cancelled, "no-such-ffmpeg"));
        Assert.Contains("install ffmpeg", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Program_that_breaks_off_is_told_after_its_whole_frames()
    {
        var path = clips.PathOf("cut-ffmpeg");
        await File.WriteAllTextAsync(path, "#!/bin/sh\nffmpeg \"$@\" | head -c 160000\nexit 3\n", Cancelled);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var file = await LumaFile.OpenAsync(clips.Brief, AnalysisScale.Full, Cancelled, path);
        for (var i = 0; i < 2; i++)
        {
            using var frame = await file.ReadAsync(Cancelled);
            Assert.NotNull(frame);
        }

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => file.ReadAsync(Cancelled).AsTask());
        Assert.Contains("2 frames", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Slow_reader_loses_nothing_and_holds_no_more_than_a_few_frames()
    {
        await using var file = await LumaFile.OpenAsync(clips.Lasting, AnalysisScale.Half, Cancelled);
        List<LumaFrame> kept = [];
        for (var i = 0; i < 4; i++)
        {
            kept.Add((await file.ReadAsync(Cancelled))!);
        }

        // All buffers are with the reader: nothing more can come until one is given back.
        var next = file.ReadAsync(Cancelled).AsTask();
        Assert.False(next.IsCompleted);
        kept[0].Dispose();
        using var fifth = await next;
        Assert.Equal(5, fifth!.Number);
        kept.ForEach(frame => frame.Dispose());
    }

    [Fact(Timeout = 120_000)]
    public async Task Closing_early_ends_the_program_and_a_frame_may_outlive_its_file()
    {
        var file = await LumaFile.OpenAsync(clips.Lasting, AnalysisScale.Half, Cancelled);
        var frame = await file.ReadAsync(Cancelled);
        await file.DisposeAsync();
        frame!.Dispose();
        Assert.Equal(160, frame.Width);
    }

    [Fact(Timeout = 120_000)]
    public async Task Real_recordings_come_whole()
    {
        foreach (var (path, frames) in new[] { (TestData.Require("falling", "office1_720p.mp4"), 332), (TestData.Require("nuisance", "opencv_vtest_pedestrians_576p.avi"), 795) })
        {
            await using var file = await LumaFile.OpenAsync(path, AnalysisScale.Half, Cancelled);
            var (count, last) = (0, TimeSpan.FromTicks(-1));
            await foreach (var frame in file.ReadAllAsync(Cancelled))
            {
                using (frame)
                {
                    Assert.True(frame.StreamTime > last);
                    (count, last) = (count + 1, frame.StreamTime);
                }
            }

            Assert.Equal(frames, count);
        }
    }
}
