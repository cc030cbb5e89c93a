using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Drivers.Tests.Buses.Video.Recording;

/// <summary>Names, words and times of segments.</summary>
public sealed class SegmentTests
{
    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public void Name_of_a_closed_file_says_when_and_what()
    {
        var start = new DateTimeOffset(2026, 6, 1, 8, 0, 0, 250, TimeSpan.Zero);
        var name = SegmentName.Of(start, Seconds(2.5), VideoCodec.H265, "19a", 7);
        Assert.True(SegmentName.TryRead(name, out var from, out var length, out var codec));
        Assert.Equal((start, Seconds(2.5), VideoCodec.H265), (from, length, codec));
        Assert.False(SegmentName.IsLive(name));
    }

    [Theory]
    [InlineData("seg-1-2.ts")]
    [InlineData("seg-x-2000-H264-a-1.ts")]
    [InlineData("seg-1780300800250-2000-H299-a-1.ts")]
    [InlineData("seg-1780300800250-2000-7-a-1.ts")]
    [InlineData("seg-9999999999999999-2000-H264-a-1.ts")]
    [InlineData("seg-1780300800250-99999999999-H264-a-1.ts")]
    [InlineData("holiday.ts")]
    [InlineData("")]
    public void Other_files_in_the_folder_are_left_alone(string name) => Assert.False(SegmentName.TryRead(name, out _, out _, out _));

    [Fact]
    public void Live_file_belongs_to_its_session()
    {
        Assert.True(SegmentName.IsLiveOf("live-19a-000004.ts", "19a"));
        Assert.False(SegmentName.IsLiveOf("live-19a-000004.ts", "19"));
        Assert.False(SegmentName.IsLive("../live-19a-000004.ts/x"));
    }

    [Fact]
    public void Word_of_a_closed_file_is_read()
    {
        Assert.True(SegmentLine.TryRead("segment=live-19a-000001.ts,2.533333,4.533333", out var line));
        Assert.Equal(new SegmentLine("live-19a-000001.ts", Seconds(2.533333), Seconds(4.533333)), line);
    }

    [Theory]
    [InlineData("segment=live-19a-000001.ts,2.5")]
    [InlineData("segment=live-19a-000001.ts,4.5,2.5")]
    [InlineData("segment=live-19a-000001.ts,-1,2.5")]
    [InlineData("segment=live-19a-000001.ts,1,NaN")]
    [InlineData("segment=live-19a-000001.ts,1,1e300")]
    [InlineData("segment=../../etc/live-1.ts,1,2")]
    [InlineData("segment=live-../../x.ts,1,2")]
    [InlineData("Connection refused")]
    public void Anything_else_on_the_error_output_is_no_such_word(string text) => Assert.False(SegmentLine.TryRead(text, out _));

    [Theory]
    [InlineData("[segment @ 0x55ff4b474400] Failed to open segment 'live-1-000000.ts'", true)]
    [InlineData("[tee @ 0x561ef55d7b80] Slave muxer #0 failed: No space left on device, continuing with 1/2 slaves.", true)]
    [InlineData("[h264 @ 0x561ef55d7b80] error while decoding MB 3 4", false)]
    [InlineData("rtsp://127.0.0.1/x: Connection refused", false)]
    public void Errors_of_the_recording_are_told_from_those_of_the_camera(string line, bool recording) =>
        Assert.Equal(recording, RecordingOutput.IsTrouble(line));

    [Fact]
    public void Late_word_does_not_move_the_time_and_a_running_away_camera_is_followed()
    {
        var times = new SegmentClock();
        Assert.Equal(Seconds(100), times.Add(Seconds(2), Seconds(102)));
        Assert.Equal(Seconds(100), times.Add(Seconds(4), Seconds(105.5)));
        Assert.Equal(Seconds(99.9), times.Add(Seconds(6), Seconds(105.9)));

        // A camera whose seconds are short by 5 %: after many segments what it said at first no longer counts.
        var offset = TimeSpan.Zero;
        for (var i = 4; i < 100; i++)
        {
            offset = times.Add(Seconds(i * 2), Seconds(100 + (i * 2.1)));
        }

        Assert.InRange((offset + Seconds(198) - Seconds(100 + (99 * 2.1))).TotalSeconds, -2, 0);
    }

    [Fact]
    public void First_segment_begins_with_its_first_key_frame_and_not_with_the_stream()
    {
        var line = new SegmentLine("live-1-000000.ts", Seconds(0), Seconds(2.6));
        var stream = new TransportStream(VideoCodec.H264, First: (long)(1.6 * 90_000), Length: 90_000, Pictures: 15);
        Assert.Equal((Seconds(1.6), Seconds(2.6)), SegmentTimes.Of(line, stream));
    }

    [Fact]
    public void Segment_that_a_full_disk_cut_short_ends_with_its_last_picture()
    {
        var line = new SegmentLine("live-1-000000.ts", Seconds(10), Seconds(14));
        var stream = new TransportStream(VideoCodec.H264, First: 0, Length: 90_000, Pictures: 15);
        Assert.Equal((Seconds(10), Seconds(11)), SegmentTimes.Of(line, stream));
    }

    [Fact]
    public void Stream_times_that_wrapped_after_a_day_still_tell_the_start()
    {
        var line = new SegmentLine("live-1-000000.ts", TimeSpan.Zero, Seconds(100_000));
        var first = (long)((100_000 - 2) * 90_000L) % TransportStream.Wrap;
        var (start, end) = SegmentTimes.Of(line, new TransportStream(VideoCodec.H264, first, 180_000, 30));
        Assert.Equal((Seconds(99_998), Seconds(100_000)), (start, end));
    }

    [Fact]
    public void Jump_of_the_wall_clock_moves_no_pin_and_no_segment()
    {
        var clock = new JumpingClock();
        var settings = new RecordingSettings { Folder = "/none" };
        var clips = new RingClips(new SegmentRing(settings), "ffmpeg", settings, clock);
        var before = clips.Pin(new ClipSpan(clock.GetUtcNow(), Seconds(10), Seconds(10)));
        clock.Jump(TimeSpan.FromHours(-3));
        var after = clips.Pin(new ClipSpan(clock.GetUtcNow(), Seconds(10), Seconds(10)));
        Assert.InRange((after.From - before.From).TotalSeconds, 0, 30);

        // An instant of the old wall time lies in the future now: it counts as the present and nobody waits for hours.
        var future = clips.Pin(new ClipSpan(clock.GetUtcNow() + TimeSpan.FromHours(3), Seconds(10), Seconds(10)));
        Assert.InRange((future.To - after.To).TotalSeconds, 0, 30);
    }

    [Fact]
    public void Wall_time_and_monotonic_time_convert_both_ways()
    {
        var clock = new FakeTimeProvider();
        var wall = clock.GetUtcNow().AddSeconds(-30);
        var monotonic = clock.MonotonicOf(wall);
        clock.Advance(Seconds(10));
        Assert.Equal(wall, clock.WallOf(monotonic));
    }

    private sealed class JumpingClock : TimeProvider
    {
        private TimeSpan _off;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _off;

        public void Jump(TimeSpan by) => _off += by;
    }
}
