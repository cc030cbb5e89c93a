using EdgeGateway.Testing;
using Gateway.Edge.Alerts.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class PatientFramesTests
{
    private readonly FacadeCamera _camera = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly PatientFrames _frames;
    private int _silences;

    public PatientFramesTests() => _frames = new PatientFrames(_camera, _clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Frame_that_is_there_is_handed_on_without_a_timer()
    {
        _camera.Show(TimeSpan.FromSeconds(1), SampleFalls.Noon);
        using var frame = await _frames.NextAsync(() => _silences++, Token);
        Assert.Equal((1, 0, 0), ((int)frame.StreamTime.TotalSeconds, _silences, _clock.Started(StreamBreak.LongestGap)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Silence_is_told_once_and_the_frame_after_it_is_not_lost()
    {
        var next = _frames.NextAsync(() => _silences++, Token).AsTask();
        _clock.Advance(StreamBreak.LongestGap);
        _clock.Advance(TimeSpan.FromMinutes(1));
        _camera.Show(TimeSpan.FromSeconds(2), SampleFalls.Noon);
        using var frame = await next;
        Assert.Equal((2, 1), ((int)frame.StreamTime.TotalSeconds, _silences));
    }

    [Fact(Timeout = 60_000)]
    public async Task Frame_that_comes_in_time_leaves_nobody_waiting()
    {
        var next = _frames.NextAsync(() => _silences++, Token).AsTask();
        _camera.Show(TimeSpan.FromSeconds(2), SampleFalls.Noon);
        (await next).Dispose();
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, _silences);
        Assert.False(_clock.IsAwaited);
    }

    [Fact(Timeout = 60_000)]
    public async Task Fault_in_the_silence_leaves_no_second_reader_behind()
    {
        var next = _frames.NextAsync(() => throw new InvalidOperationException("broken"), Token).AsTask();
        _clock.Advance(StreamBreak.LongestGap);
        await Assert.ThrowsAsync<InvalidOperationException>(() => next);
        _camera.Show(TimeSpan.FromSeconds(3), SampleFalls.Noon);
        using var frame = await _frames.NextAsync(() => _silences++, Token);
        Assert.Equal(3, (int)frame.StreamTime.TotalSeconds);
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancelling_ends_the_wait_and_tells_nothing()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var next = _frames.NextAsync(() => _silences++, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(0, _silences);
    }
}
