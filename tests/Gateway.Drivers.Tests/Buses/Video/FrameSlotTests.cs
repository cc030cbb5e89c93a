using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Tests.Buses.Video;

public sealed class FrameSlotTests
{
    private readonly FrameSlot _slot = new(16, 16, new FakeTimeProvider());

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Newest_frame_wins_and_the_others_are_counted()
    {
        for (var number = 1; number <= 5; number++)
        {
            _slot.Publish(number);
        }

        using var frame = await _slot.ReadAsync(Cancelled);
        Assert.Equal(5, frame.Number);
        Assert.Equal(4, _slot.Dropped);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reader_that_keeps_its_frames_loses_newer_ones_and_none_of_its_own()
    {
        List<VideoFrame> kept = [];
        for (var number = 1; number <= 3; number++)
        {
            Paint(number);
            _slot.Publish(number);
            kept.Add(await _slot.ReadAsync(Cancelled));
        }

        for (var number = 4; number <= 9; number++)
        {
            Paint(number);
            _slot.Publish(number);
        }

        Assert.Equal(6, _slot.Dropped);
        Assert.All(kept, frame => Assert.Equal(frame.Number, frame.Image.Pixels[0]));
        kept.ForEach(frame => frame.Dispose());
        _slot.Publish(10);
        using var next = await _slot.ReadAsync(Cancelled);
        Assert.Equal(10, next.Number);
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_that_is_given_up_leaves_the_next_frame_to_the_next_read()
    {
        using var cancel = new CancellationTokenSource();
        var given = _slot.ReadAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        var read = _slot.ReadAsync(Cancelled);
        _slot.Publish(1);
        using var frame = await read;
        Assert.Equal(1, frame.Number);
    }

    private void Paint(int number) => _slot.Writing.Image.Pixels[0] = (byte)number;
}
