using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Gpio;

public sealed class GpioInputTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Edges_come_in_order_with_the_kernel_s_own_time()
    {
        await using var bench = new GpioBench();
        await using var input = bench.Bus.OpenInput(GpioBench.Input(1));
        var first = bench.Clock.GetTimestamp();
        bench.Chip.Drive(1, high: true);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(30));
        var second = bench.Clock.GetTimestamp();
        bench.Chip.Drive(1, high: false);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new DigitalEdge(true, first), await input.ReadEdgeAsync(Cancelled));
        Assert.Equal(new DigitalEdge(false, second), await input.ReadEdgeAsync(Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Active_low_input_is_active_when_its_line_is_low()
    {
        await using var bench = new GpioBench();
        await using var input = bench.Bus.OpenInput(GpioBench.Input(1) with { ActiveLow = true });
        Assert.True(input.IsActive);

        bench.Chip.Drive(1, high: true);

        Assert.False((await input.ReadEdgeAsync(Cancelled)).Active);
        Assert.False(input.IsActive);
    }

    [Fact]
    public async Task Bias_and_debounce_are_left_to_the_kernel()
    {
        await using var bench = new GpioBench();
        await using var input = bench.Bus.OpenInput(GpioBench.Input(1) with { Bias = LineBias.PullUp, Debounce = TimeSpan.FromMilliseconds(5) });

        var asked = Assert.Single(bench.Chip[1].Requests);
        Assert.Equal((LineBias.PullUp, TimeSpan.FromMilliseconds(5)), (asked.Bias, asked.Debounce));
    }

    /// <summary>The kernel tells the level when it looks, so that a pulse too short shows as one level twice.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Level_that_did_not_change_is_not_told()
    {
        await using var bench = new GpioBench();
        await using var input = bench.Bus.OpenInput(GpioBench.Input(1));
        bench.Chip.Drive(1, high: false);
        bench.Chip.Drive(1, high: true);
        bench.Chip.Drive(1, high: true);
        bench.Chip.Drive(1, high: false);

        Assert.True((await input.ReadEdgeAsync(Cancelled)).Active);
        Assert.False((await input.ReadEdgeAsync(Cancelled)).Active);
    }

    /// <summary>1001 edges with nobody reading: queue and kernel buffer are both full, and yet the last level read is the true one.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Flood_is_bounded_and_ends_with_the_present_level()
    {
        await using var bench = new GpioBench();
        await using var input = bench.Bus.OpenInput(GpioBench.Input(1));
        for (var i = 0; i <= 1000; i++)
        {
            bench.Chip.Drive(1, high: i % 2 == 0);
        }

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        bench.Chip.Drive(1, high: false);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        bench.Chip.Drive(1, high: true);
        var last = bench.Clock.GetTimestamp();
        List<DigitalEdge> edges = [];
        do
        {
            edges.Add(await input.ReadEdgeAsync(Cancelled));
        }
        while (edges[^1].Timestamp < last);

        Assert.InRange(edges.Count, 10, 200);
        Assert.True(edges[^1].Active);
        Assert.All(edges.Zip(edges.Skip(1)), pair => Assert.NotEqual(pair.First.Active, pair.Second.Active));
        Assert.All(edges.Zip(edges.Skip(1)), pair => Assert.True(pair.First.Timestamp <= pair.Second.Timestamp));
        Assert.InRange(((GpioInput)input).Missed, 800, 1000);
    }

    [Fact(Timeout = 60_000)]
    public async Task Flood_on_one_line_does_not_hold_up_another()
    {
        await using var bench = new GpioBench();
        await using var flooded = bench.Bus.OpenInput(GpioBench.Input(1));
        await using var button = bench.Bus.OpenInput(GpioBench.Input(2));
        for (var i = 0; i < 1000; i++)
        {
            bench.Chip.Drive(1, high: i % 2 == 0);
        }

        bench.Chip.Drive(2, high: true);

        Assert.True((await button.ReadEdgeAsync(Cancelled)).Active);
    }

    [Fact(Timeout = 60_000)]
    public async Task Unplugged_chip_ends_the_read_and_what_changed_meanwhile_is_told_when_it_is_back()
    {
        await using var bench = new GpioBench();
        await using var input = bench.Bus.OpenInput(GpioBench.Input(1));
        bench.Run();
        await bench.HealthAsync(Cancelled);
        var waiting = input.ReadEdgeAsync(Cancelled).AsTask();

        bench.Unplug();
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => waiting);
        Assert.Contains("its chip is gone", fault.Message, StringComparison.Ordinal);
        Assert.Throws<DeviceFaultException>(() => input.IsActive);
        Assert.Equal(DeviceState.Offline, (await bench.HealthAsync(Cancelled)).State);

        bench.PlugAgain();
        bench.Chip.Drive(1, high: true);
        Assert.Equal(DeviceState.Online, (await bench.HealthAsync(Cancelled)).State);
        Assert.True((await input.ReadEdgeAsync(Cancelled)).Active);
        bench.Chip.Drive(1, high: false);
        Assert.False((await input.ReadEdgeAsync(Cancelled)).Active);
        Assert.Equal(0, ((GpioInput)input).Missed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_that_waits_ends_when_the_line_is_given_back()
    {
        await using var bench = new GpioBench();
        var input = bench.Bus.OpenInput(GpioBench.Input(1));
        var waiting = input.ReadEdgeAsync(Cancelled).AsTask();

        await input.DisposeAsync();

        await Assert.ThrowsAsync<DeviceFaultException>(() => waiting);
        Assert.Null(bench.Chip[1].Holder);
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_that_was_cancelled_loses_no_edge()
    {
        await using var bench = new GpioBench();
        await using var input = bench.Bus.OpenInput(GpioBench.Input(1));
        using var stop = new CancellationTokenSource();
        var waiting = input.ReadEdgeAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        bench.Chip.Drive(1, high: true);

        Assert.True((await input.ReadEdgeAsync(Cancelled)).Active);
    }
}
