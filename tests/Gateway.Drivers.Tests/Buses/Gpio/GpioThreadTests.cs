using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Gpio;

public sealed class GpioThreadTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Work_is_done_in_order_and_always_on_the_same_thread()
    {
        await using var thread = new GpioThread("chip", new FakeGpio(_clock), _clock);
        List<(int Number, int Thread)> done = [];
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => thread.InvokeAsync(() => done.Add((i, Environment.CurrentManagedThreadId)), Cancelled)));

        Assert.Equal(Enumerable.Range(0, 50), done.Select(pair => pair.Number));
        Assert.Single(done.Select(pair => pair.Thread).Distinct());
        Assert.NotEqual(Environment.CurrentManagedThreadId, done[0].Thread);
    }

    [Fact(Timeout = 60_000)]
    public async Task Fault_of_the_work_is_its_caller_s_and_the_thread_goes_on()
    {
        await using var thread = new GpioThread("chip", new FakeGpio(_clock), _clock);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => thread.InvokeAsync(() => throw new InvalidTimeZoneException(), Cancelled));
        await thread.InvokeAsync(() => { }, Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Orders_to_a_hanging_chip_are_refused_beyond_a_bound()
    {
        await using var thread = new GpioThread("chip", new FakeGpio(_clock), _clock);
        using var hanging = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        List<Task> orders =
        [
            thread.InvokeAsync(
                () =>
                {
                    begun.Set();
                    hanging.Wait();
                },
                Cancelled),
        ];
        begun.Wait(Cancelled);
        orders.AddRange(Enumerable.Range(0, 300).Select(_ => thread.InvokeAsync(() => { }, Cancelled)));

        Assert.InRange(orders.Count(order => order.IsFaulted), 40, 50);
        hanging.Set();
        await Task.WhenAll(orders.Where(order => !order.IsFaulted));
    }

    [Fact(Timeout = 60_000)]
    public async Task Thread_whose_waiting_fails_is_started_again_with_the_next_order()
    {
        await using var thread = new GpioThread("chip", new FailingKernel(), _clock);
        for (var i = 0; i < 20; i++)
        {
            try
            {
                await thread.InvokeAsync(() => { }, Cancelled);
            }
            catch (DeviceFaultException fault)
            {
                Assert.Matches("started again|given back", fault.Message);
            }
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_after_the_end_is_a_fault_at_once()
    {
        var thread = new GpioThread("chip", new FakeGpio(_clock), _clock);
        await thread.InvokeAsync(() => { }, Cancelled);
        await thread.DisposeAsync();
        await thread.DisposeAsync();
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => thread.InvokeAsync(() => { }, Cancelled));
        Assert.Contains("given back", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>A kernel whose poll fails each time.</summary>
    private sealed class FailingKernel : IGpioKernel, IGpioWaiter
    {
        public long Nanoseconds => 0;

        public IReadOnlyList<string> Paths() => [];

        public IGpioChip Open(string path) => throw new GpioException(2, "open");

        public IGpioWaiter CreateWaiter() => this;

        public void Wait(IReadOnlyList<IGpioRequest> lines, Span<GpioReady> ready) => throw new GpioException(12, "poll");

        public void Wake()
        {
        }

        public void Dispose()
        {
        }
    }
}
