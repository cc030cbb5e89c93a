using System.Threading.Channels;
using Gateway.Edge.Alerts.Evidence;

namespace Gateway.Edge.Tests.Alerts.Evidence;

public sealed class SideBySideTests
{
    private readonly Channel<int> _waiting = Channel.CreateUnbounded<int>();

    [Fact(Timeout = 60_000)]
    public async Task One_that_waits_keeps_no_other_waiting()
    {
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        _waiting.Writer.TryWrite(1);
        _waiting.Writer.TryWrite(2);

        var run = SideBySide.RunAsync(_waiting.Reader, WorkAsync, TestContext.Current.CancellationToken);
        await second.Task;
        Assert.False(run.IsCompleted);
        first.SetResult();
        _waiting.Writer.Complete();
        await run;

        async Task WorkAsync(int one)
        {
            if (one == 1)
            {
                await first.Task;
            }
            else
            {
                second.SetResult();
            }
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_in_work_is_waited_for_when_it_stops()
    {
        using var stop = new CancellationTokenSource();
        var began = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        _waiting.Writer.TryWrite(1);

        var run = SideBySide.RunAsync(_waiting.Reader, WorkAsync, stop.Token);
        await began.Task;
        await stop.CancelAsync();
        Assert.False(run.IsCompleted);
        end.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        async Task WorkAsync(int one)
        {
            began.SetResult();
            await end.Task;
        }
    }
}
