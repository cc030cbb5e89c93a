using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Pictures;

namespace Gateway.Drivers.Tests.Buses.Video.Pictures;

public sealed class StillTapTests
{
    private readonly StillTap _tap = new();

    [Fact(Timeout = 60_000)]
    public async Task Next_frame_is_copied_for_everybody_who_waits()
    {
        var (one, two) = (_tap.NextAsync(CancellationToken.None), _tap.NextAsync(CancellationToken.None));
        Assert.False(one.IsCompleted);
        var frame = Frame(40);
        _tap.Offer(frame);
        frame.Pixels.AsSpan().Clear(); // the source uses its buffer again

        var still = await one;
        Assert.Same(still, await two);
        Assert.Equal((4, 3), (still.Width, still.Height));
        Assert.All(still.Span.ToArray(), value => Assert.Equal(40, value));
    }

    [Fact(Timeout = 60_000)]
    public async Task Question_after_a_frame_waits_for_the_one_after_it()
    {
        _tap.Offer(Frame(1));
        var asked = _tap.NextAsync(CancellationToken.None);
        Assert.False(asked.IsCompleted);
        _tap.Offer(Frame(2));
        Assert.Equal(2, (await asked).Span[0]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Grey_frame_becomes_a_grey_picture()
    {
        _tap.Offer([9, 9], 2, 1); // nobody asks
        var asked = _tap.NextAsync(CancellationToken.None);
        _tap.Offer([10, 200], 2, 1);
        Assert.Equal([10, 10, 10, 200, 200, 200], (await asked).Span.ToArray());
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_gives_up_takes_nothing_from_the_others()
    {
        using var impatient = new CancellationTokenSource();
        var gone = _tap.NextAsync(impatient.Token);
        var patient = _tap.NextAsync(CancellationToken.None);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        _tap.Offer(Frame(7));
        Assert.Equal(7, (await patient).Span[0]);
    }

    private static BgrImage Frame(byte value)
    {
        var pixels = new byte[4 * 3 * 3];
        pixels.AsSpan().Fill(value);
        return new BgrImage(pixels, 4, 3);
    }
}
