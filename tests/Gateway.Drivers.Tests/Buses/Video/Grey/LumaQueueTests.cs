using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Grey;

namespace Gateway.Drivers.Tests.Buses.Video.Grey;

public sealed class LumaQueueTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(40);
    private readonly FakeTimeProvider _clock = new();
    private readonly LumaQueue _queue;
    private long _number;

    public LumaQueueTests() => _queue = new LumaQueue(16, 16, _clock);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1920, 1080, 6)]
    [InlineData(960, 540, 12)]
    [InlineData(3840, 2160, 4)]
    public void Buffers_of_one_camera_stay_small(int width, int height, int buffers)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var queue = new LumaQueue(width, height, _clock);
        Assert.Equal(buffers, queue.Buffers);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, (long)width * height * buffers, 34_000_000);
    }

    [Fact(Timeout = 60_000)]
    public async Task Frames_come_one_by_one_with_what_is_known_of_them()
    {
        Publish(1);
        _clock.Advance(Step);
        Publish(2);
        using var first = await _queue.ReadAsync(Cancelled);
        using var second = await _queue.ReadAsync(Cancelled);
        Assert.Equal((1L, TimeSpan.Zero, false, (byte)1), (first.Number, first.StreamTime, first.Repeats, first.Pixels.Span[0]));
        Assert.Equal((2L, Step, false, (byte)2), (second.Number, second.StreamTime, second.Repeats, second.Pixels.Span[0]));
        Assert.Equal(Step, second.CapturedAt - first.CapturedAt);
        Assert.Equal((16, 16, 256), (first.Width, first.Height, first.Pixels.Length));
    }

    [Fact(Timeout = 60_000)]
    public async Task Oldest_frames_are_dropped_and_counted_when_nobody_reads()
    {
        for (byte value = 1; value <= 40; value++)
        {
            Publish(value);
        }

        var waiting = _queue.Buffers - 2;
        for (var i = 0; i < waiting; i++)
        {
            using var frame = await _queue.ReadAsync(Cancelled);
            Assert.Equal(40 - waiting + 1 + i, frame.Number);
            Assert.Equal(frame.Number, frame.Pixels.Span[0]);
        }

        Assert.Equal(40 - waiting, _queue.Dropped);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reader_that_keeps_frames_loses_none_of_its_own()
    {
        List<LumaFrame> kept = [];
        for (byte value = 1; value <= 40; value++)
        {
            Publish(value);
            if (kept.Count < _queue.Buffers - 1)
            {
                kept.Add(await _queue.ReadAsync(Cancelled));
            }
        }

        Assert.All(kept, frame => Assert.Equal(frame.Number, frame.Pixels.Span[0]));
        Assert.Equal(40 - kept.Count, _queue.Dropped);
        kept.ForEach(frame => frame.Dispose());
        kept.ForEach(frame => frame.Dispose());
        Publish(41);
        using var next = await _queue.ReadAsync(Cancelled);
        Assert.Equal(41, next.Number);
    }

    [Fact(Timeout = 60_000)]
    public async Task Same_picture_and_same_time_are_repetitions()
    {
        Assert.False(Publish(1));
        Assert.True(Publish(1));
        Assert.False(Publish(2));
        Assert.False(Publish(3, TimeSpan.Zero));
        Assert.False(Publish(4));
        List<bool> repeats = [];
        for (var i = 0; i < 5; i++)
        {
            using var frame = await _queue.ReadAsync(Cancelled);
            repeats.Add(frame.Repeats);
        }

        Assert.Equal([false, true, false, true, false], repeats);
    }

    [Fact(Timeout = 60_000)]
    public async Task Picture_that_differs_in_one_pixel_is_another_even_after_its_forerunner_was_given_back()
    {
        for (byte value = 0; value < 100; value++)
        {
            _queue.Writing.Pixels.AsSpan().Clear();
            _queue.Writing.Pixels[^1] = value;
            Assert.False(_queue.Publish(++_number, _number * Step, Step));
            (await _queue.ReadAsync(Cancelled)).Dispose();
        }

        Assert.Equal(0, _queue.Dropped);
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_that_is_given_up_leaves_the_next_frame_to_the_next_read()
    {
        using var cancel = new CancellationTokenSource();
        var given = _queue.ReadAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        var read = _queue.ReadAsync(Cancelled);
        Publish(1);
        using var frame = await read;
        Assert.Equal(1, frame.Number);
    }

    [Fact]
    public void Frame_costs_no_more_than_its_handle()
    {
        for (byte value = 0; value < 100; value++)
        {
            Pass(value);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Pass((byte)i);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1000, 0, 120);

        void Pass(byte value)
        {
            Publish(value);
            var read = _queue.ReadAsync(CancellationToken.None);
            Assert.True(read.IsCompletedSuccessfully);
            read.GetAwaiter().GetResult().Dispose();
        }
    }

    private bool Publish(byte value, TimeSpan? step = null)
    {
        _queue.Writing.Pixels.AsSpan().Fill(value);
        return _queue.Publish(++_number, (_number - 1) * Step, step ?? Step);
    }
}
