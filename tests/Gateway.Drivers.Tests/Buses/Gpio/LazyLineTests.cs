using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Gpio;

/// <summary>Lines as devices hold them: taken when first used, and anew after a fault.</summary>
public sealed class LazyLineTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Input_whose_level_could_not_be_read_is_given_back_and_taken_anew()
    {
        await using var bench = new GpioBench();
        await using var input = new LazyInput(bench.Bus, GpioBench.Input(1));
        Assert.False(input.IsActive);
        bench.Chip[1].Disturbed = true;
        var fault = Assert.Throws<DeviceFaultException>(() => input.IsActive);
        Assert.Contains("does not answer", fault.Message, StringComparison.Ordinal);

        bench.Chip[1].Disturbed = false;
        bench.Chip.Drive(1, high: true);
        await FreeAsync(bench, 1);

        Assert.True(input.IsActive);
        Assert.Equal(2, bench.Chip[1].Requests.Count);
        bench.Chip.Drive(1, high: false);
        Assert.False((await input.ReadEdgeAsync(Cancelled)).Active);
    }

    [Fact(Timeout = 60_000)]
    public async Task Output_of_a_chip_that_comes_late_works_once_it_is_there()
    {
        await using var bench = new GpioBench();
        bench.Unplug();
        await using var output = new LazyOutput(bench.Bus, GpioBench.Output(1));
        await Assert.ThrowsAsync<DeviceFaultException>(() => output.SetAsync(active: true, Cancelled).AsTask());

        bench.PlugAgain();
        await output.SetAsync(active: true, Cancelled);

        Assert.Equal([false, true], bench.Chip[1].Levels);
    }

    [Fact(Timeout = 60_000)]
    public async Task Lines_of_an_unplugged_chip_are_free_for_their_devices_when_it_is_back()
    {
        await using var bench = new GpioBench();
        await using var input = new LazyInput(bench.Bus, GpioBench.Input(1));
        await using var output = new LazyOutput(bench.Bus, GpioBench.Output(2));
        bench.Run();
        Assert.Equal(DeviceState.Online, (await bench.HealthAsync(Cancelled)).State);
        await output.SetAsync(active: true, Cancelled);
        var waiting = input.ReadEdgeAsync(Cancelled).AsTask();
        bench.Unplug();
        await Assert.ThrowsAsync<DeviceFaultException>(() => waiting);
        await Assert.ThrowsAsync<DeviceFaultException>(() => output.SetAsync(active: true, Cancelled).AsTask());
        Assert.Equal(DeviceState.Offline, (await bench.HealthAsync(Cancelled)).State);

        bench.PlugAgain();
        Assert.Equal(DeviceState.Online, (await bench.HealthAsync(Cancelled)).State);
        await output.SetAsync(active: true, Cancelled);
        Assert.False(input.IsActive);
        bench.Chip.Drive(1, high: true);
        Assert.True((await input.ReadEdgeAsync(Cancelled)).Active);
    }

    private static async Task FreeAsync(GpioBench bench, int line)
    {
        while (bench.Chip[line].Holder is not null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancelled);
        }
    }
}
