using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.ChargingPoints;

public sealed class RelayLoopTests
{
    [Fact(Timeout = 60_000)]
    public async Task Order_under_way_when_the_loop_is_stopped_fails_instead_of_waiting_for_ever()
    {
        var driving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var loop = new RelayLoop(
            async (_, cancellationToken) =>
            {
                driving.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            },
            TimeProvider.System,
            _ => { },
            (_, _) => { });
        var running = loop.RunAsync(stop.Token);
        var order = loop.Want(on: true);
        await driving.Task.WaitAsync(stop.Token);

        await stop.CancelAsync();

        Assert.Contains("stopped", (await Assert.ThrowsAsync<DeviceFaultException>(() => order)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
