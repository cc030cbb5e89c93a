using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Drivers.Tests.Buses.Video.Recording;

public sealed class SegmentRingTests
{
    private const long Plenty = long.MaxValue;
    private readonly SegmentRing _ring = new(new RecordingSettings { Folder = "/none", MaxBytes = 1000, ReserveBytes = 500 });

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void What_is_older_than_five_minutes_goes_oldest_first()
    {
        Fill(0, 200, 2);
        Assert.Equal(["0", "2", "4"], Gone(now: 306.5));
        Assert.Empty(Gone(now: 306.5));
    }

    [Fact]
    public void Ring_keeps_to_its_bytes()
    {
        Fill(0, 20, 2, bytes: 200);
        Assert.Equal(["0", "2", "4", "6", "8"], Gone(now: 20));
        Assert.Equal(1000, _ring.Bytes);
    }

    [Fact]
    public void Full_disk_makes_the_ring_give_way_but_for_the_last_half_minute()
    {
        Fill(0, 60, 2, bytes: 1);
        Assert.Equal(15, Gone(now: 60.5, free: 0).Length);
        Assert.Empty(Gone(now: 60.5, free: 0));
        Assert.Empty(Gone(now: 70, free: 500));
    }

    [Fact]
    public void Pinned_time_stays_with_what_is_yet_to_come_of_it_and_goes_when_released()
    {
        Fill(0, 20, 2);
        var pin = _ring.Pin(Seconds(15), Seconds(25));
        Fill(20, 40, 2);
        Assert.Equal(14, Gone(now: 1000 - 400).Length);
        Assert.Equal(["14", "16", "18", "20", "22", "24"], Names(0, 1000));
        pin.Dispose();
        Assert.False(pin.IsHeld);
        Assert.Equal(6, Gone(now: 600).Length);
    }

    [Fact]
    public void Pin_that_nobody_gives_back_ends_ten_minutes_after_its_time()
    {
        Fill(0, 20, 2);
        var pin = _ring.Pin(Seconds(0), Seconds(20));
        Assert.Empty(Gone(now: 619));
        Assert.True(pin.IsHeld);
        Assert.Equal(10, Gone(now: 621).Length);
        Assert.False(pin.IsHeld);
    }

    [Fact]
    public void Pins_without_end_do_not_take_the_disk()
    {
        var pins = Enumerable.Range(0, SegmentRing.MaxPins + 5).Select(i => _ring.Pin(Seconds(i), Seconds(i + 1))).ToList();
        Assert.Equal(SegmentRing.MaxPins, pins.Count(pin => pin.IsHeld));
        pins[0].Dispose();
        pins[0].Dispose();
        Assert.True(_ring.Pin(Seconds(0), Seconds(1)).IsHeld);
    }

    [Fact]
    public void File_dated_in_the_future_by_a_clock_that_was_put_back_goes()
    {
        _ring.Add(Of(5000, 5002));
        Assert.Equal(["5000"], Gone(now: 10));
    }

    [Fact]
    public void Segments_of_a_time_come_in_order_however_they_were_added()
    {
        foreach (var start in new[] { 4, 0, 6, 2 })
        {
            _ring.Add(Of(start, start + 2));
        }

        Assert.Equal(["2", "4"], Names(2, 6));
        Assert.Equal(["0", "2", "4", "6"], Names(1.9, 6.1));
    }

    [Fact(Timeout = 60_000)]
    public async Task Waiting_ends_when_the_ring_has_come_to_the_time()
    {
        var reached = _ring.ReachAsync(Seconds(5), Cancelled);
        Fill(0, 4, 2);
        Assert.False(reached.IsCompleted);
        Fill(4, 6, 2);
        await reached;
        await _ring.ReachAsync(Seconds(6), Cancelled);
    }

    [Fact]
    public void Clip_without_gaps_has_no_warning() =>
        Assert.Null(ClipGaps.Of([Of(0, 2), Of(2.01, 4)], Seconds(0.2), Seconds(4.3)));

    [Fact]
    public void Clip_says_what_it_lacks_and_where()
    {
        var words = ClipGaps.Of([Of(3, 5), Of(9, 11)], Seconds(0), Seconds(12))!;
        Assert.Equal("The clip is not complete: missing 3 s at the start, 4 s in between, 1 s at the end", words.En);
        Assert.Equal("录像不完整：缺少开头 3 秒、中间 4 秒、结尾 1 秒", words.Zh);
    }

    [Fact]
    public void Gap_lasts_as_long_in_the_clip_as_it_did_and_odd_paths_are_quoted()
    {
        Segment[] segments = [Of(0, 2) with { Path = "/a b/it's.ts" }, Of(2.2, 4.2), Of(9, 11)];
        var playlist = new ClipCommand("ffmpeg", segments, DateTimeOffset.UnixEpoch).Playlist();
        Assert.Equal(
            "ffconcat version 1.0\nfile 'file:/a b/it'\\''s.ts'\nduration 2\nfile 'file:/ring/2.2'\nduration 6.8\nfile 'file:/ring/9'\nduration 2\n", playlist);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static Segment Of(double start, double end, long bytes = 1) =>
        new(FormattableString.Invariant($"/ring/{start}"), VideoCodec.H264, Seconds(start), Seconds(end), bytes);

    private void Fill(int from, int to, int step, long bytes = 1)
    {
        for (var start = from; start < to; start += step)
        {
            _ring.Add(Of(start, start + step, bytes));
        }
    }

    private string[] Gone(double now, long free = Plenty) => [.. _ring.Prune(Seconds(now), free).Select(segment => Path.GetFileName(segment.Path))];

    private string[] Names(double from, double to) => [.. _ring.Between(Seconds(from), Seconds(to)).Select(segment => Path.GetFileName(segment.Path))];
}
