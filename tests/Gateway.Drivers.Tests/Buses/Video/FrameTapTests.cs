using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Tests.Buses.Video;

public sealed class FrameTapTests
{
    private readonly FrameSlot _slot = new(2, 1, new FakeTimeProvider());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Look_beside_the_reader_takes_no_frame_from_it()
    {
        var seen = _slot.Tap.SnapshotAsync(Stop);

        Publish(1, 7);

        using var read = await _slot.ReadAsync(Stop);
        Assert.Equal((1L, (byte)7), (read.Number, read.Image.Span[0]));
        Assert.Equal((1L, (byte)7), ((await seen).Number, (await seen).Image.Span[0]));
        Assert.Equal(0, _slot.Dropped);
    }

    [Fact(Timeout = 60_000)]
    public async Task Copy_is_of_the_next_frame_and_stays_as_it_was()
    {
        Publish(1, 7);
        var seen = _slot.Tap.SnapshotAsync(Stop);
        Assert.False(seen.IsCompleted);

        Publish(2, 8);
        for (byte later = 3; later < 10; later++)
        {
            Publish(later, later);
        }

        Assert.Equal(8, (await seen).Image.Span[0]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Several_who_wait_share_one_copy_and_one_who_gives_up_does_not_end_it()
    {
        using var given = new CancellationTokenSource();
        var impatient = _slot.Tap.SnapshotAsync(given.Token);
        var patient = _slot.Tap.SnapshotAsync(Stop);
        await given.CancelAsync();

        Publish(1, 7);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.Same(await patient, await patient);
        Assert.Equal(7, (await patient).Image.Span[0]);
    }

    private void Publish(long number, byte value)
    {
        _slot.Writing.Image.Pixels.AsSpan().Fill(value);
        _slot.Publish(number);
    }
}
