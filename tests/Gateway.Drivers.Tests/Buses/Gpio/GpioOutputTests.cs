using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Gpio;

public sealed class GpioOutputTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public async Task Output_is_safe_from_the_moment_it_is_taken(bool activeLow, bool safeActive, bool high)
    {
        await using var bench = new GpioBench();
        await using var output = bench.Bus.OpenOutput(GpioBench.Output(1) with { ActiveLow = activeLow, SafeActive = safeActive });

        Assert.Equal([high], bench.Chip[1].Levels);
        Assert.Equal(safeActive, bench.Chip[1].Requests[0].Output);
    }

    [Fact]
    public async Task Output_is_driven_and_returns_to_safe_when_given_back()
    {
        await using var bench = new GpioBench();
        var output = bench.Bus.OpenOutput(GpioBench.Output(1) with { ActiveLow = true });
        await output.SetAsync(active: true, Cancelled);
        await output.DisposeAsync();

        Assert.Equal([true, false, true], bench.Chip[1].Levels);
        Assert.Null(bench.Chip[1].Holder);
    }

    [Fact]
    public async Task Line_can_be_taken_again_after_it_was_given_back()
    {
        await using var bench = new GpioBench();
        await bench.Bus.OpenOutput(GpioBench.Output(1)).DisposeAsync();
        await using var again = bench.Bus.OpenOutput(GpioBench.Output(1));
        await again.SetAsync(active: true, Cancelled);
        Assert.True(bench.Chip[1].High);
    }

    /// <summary>An order that was reported as failed must not open a barrier minutes later.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Hanging_chip_is_a_fault_and_its_late_order_is_not_carried_out()
    {
        await using var bench = new GpioBench();
        await using var output = bench.Bus.OpenOutput(GpioBench.Output(1));
        await using var other = bench.Bus.OpenOutput(GpioBench.Output(2));
        bench.Kernel.Answering.Reset();

        var hanging = output.SetAsync(active: false, Cancelled).AsTask();
        var waiting = other.SetAsync(active: true, Cancelled).AsTask();
        bench.Clock.Advance(GpioThread.Patience);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => waiting);
        await Assert.ThrowsAsync<DeviceFaultException>(() => hanging);
        Assert.Contains("has not answered for 2 s", fault.Message, StringComparison.Ordinal);

        bench.Kernel.Answering.Set();
        await output.SetAsync(active: true, Cancelled);
        Assert.Equal([false], bench.Chip[2].Levels);
        Assert.True(bench.Chip[1].High);
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_that_was_withdrawn_is_not_carried_out()
    {
        await using var bench = new GpioBench();
        await using var output = bench.Bus.OpenOutput(GpioBench.Output(1));
        await using var other = bench.Bus.OpenOutput(GpioBench.Output(2));
        bench.Kernel.Answering.Reset();
        var hanging = output.SetAsync(active: true, Cancelled).AsTask();
        using var withdrawn = new CancellationTokenSource();
        var waiting = other.SetAsync(active: true, withdrawn.Token).AsTask();

        await withdrawn.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        bench.Kernel.Answering.Set();
        await hanging;
        await other.SetAsync(active: false, Cancelled);

        Assert.Equal([false, false], bench.Chip[2].Levels);
    }

    [Fact(Timeout = 60_000)]
    public async Task Unplugged_chip_is_a_fault_and_its_output_returns_safe_with_it()
    {
        await using var bench = new GpioBench();
        await using var output = bench.Bus.OpenOutput(GpioBench.Output(1));
        bench.Run();
        Assert.Equal(DeviceState.Online, (await bench.HealthAsync(Cancelled)).State);
        await output.SetAsync(active: true, Cancelled);

        bench.Unplug();
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => output.SetAsync(active: true, Cancelled).AsTask());
        Assert.Contains("its chip is gone", fault.Message, StringComparison.Ordinal);
        var health = await bench.HealthAsync(Cancelled);
        Assert.Equal((DeviceState.Offline, "gpio-chip-absent"), (health.State, health.Code));

        bench.PlugAgain();
        Assert.Equal(DeviceState.Online, (await bench.HealthAsync(Cancelled)).State);
        Assert.Equal([false], bench.Chip[1].Levels);
        await output.SetAsync(active: true, Cancelled);
        Assert.Equal([false, true], bench.Chip[1].Levels);
    }

    [Fact(Timeout = 60_000)]
    public async Task Line_that_somebody_took_while_the_chip_was_away_degrades_the_bus_until_it_is_free()
    {
        await using var bench = new GpioBench();
        await using var output = bench.Bus.OpenOutput(GpioBench.Output(1));
        bench.Run();
        await bench.HealthAsync(Cancelled);
        bench.Unplug();
        await bench.HealthAsync(Cancelled);

        bench.PlugAgain();
        bench.Chip[1].Holder = "hog";
        var health = await bench.HealthAsync(Cancelled);
        Assert.Equal((DeviceState.Degraded, "gpio-line-lost"), (health.State, health.Code));
        Assert.Contains("taken by \"hog\"", health.Reason.En, StringComparison.Ordinal);

        bench.Chip[1].Holder = null;
        Assert.Equal(DeviceState.Online, (await bench.HealthAsync(Cancelled)).State);
    }
}
