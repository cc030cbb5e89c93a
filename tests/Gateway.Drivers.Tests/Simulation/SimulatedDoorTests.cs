using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Tests.Simulation;

public sealed class SimulatedDoorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_opens_after_a_release_and_the_door_falls_shut()
    {
        var levels = await RunAsync(new SimulationSettings(), async (door, clock) =>
        {
            await door.SetAsync(active: true, Cancelled);
            clock.Advance(TimeSpan.FromMinutes(1));
        });
        Assert.Equal([true, false], levels.Select(edge => edge.Active));
    }

    [Fact]
    public async Task Nobody_comes_when_every_release_goes_unused()
    {
        var levels = await RunAsync(new SimulationSettings { UnusedShare = 1 }, async (door, clock) =>
        {
            await door.SetAsync(active: true, Cancelled);
            clock.Advance(TimeSpan.FromMinutes(1));
        });
        Assert.Empty(levels);
    }

    [Fact]
    public async Task Forced_openings_come_at_the_asked_rate()
    {
        var levels = await RunAsync(new SimulationSettings { ForcedOpenEvery = TimeSpan.FromMilliseconds(20) }, (_, clock) =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        });
        Assert.Equal(50, levels.Count(edge => edge.Active));
        Assert.Equal(50, levels.Count(edge => !edge.Active));
    }

    [Fact]
    public async Task Same_seed_gives_the_same_run()
    {
        var first = await RunAsync(new SimulationSettings(), PassThreeTimesAsync);
        var second = await RunAsync(new SimulationSettings(), PassThreeTimesAsync);
        Assert.Equal(6, first.Count);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Door_waits_when_nobody_takes_its_edges()
    {
        var clock = new FakeTimeProvider();
        using var door = new SimulatedDoor(new SimulationSettings { ForcedOpenEvery = TimeSpan.FromMilliseconds(20) }, clock, new Random(1));
        clock.Advance(TimeSpan.FromSeconds(60));
        var edges = await DrainAsync(door);
        Assert.Equal(256, edges.Count);
        Assert.Equal(edges[^1].Active, door.IsActive);
    }

    [Fact]
    public async Task Relay_moves_the_contact_of_its_own_door_only()
    {
        var clock = new FakeTimeProvider();
        var bus = new SimulatedBus("doors", new SimulationSettings(), clock);
        using var door = new SimulatedDoor(bus.Settings, clock, new Random(1), bus.Output(new LineAddress(1)), bus.Input(new LineAddress(1)));
        await using var own = bus.OpenInput(new InputLine(new LineAddress(1), "gate"));
        await using var other = bus.OpenInput(new InputLine(new LineAddress(2), "gate"));
        await using var relay = bus.OpenOutput(new OutputLine(new LineAddress(1), "gate"));

        await relay.SetAsync(active: true, Cancelled);
        clock.Advance(TimeSpan.FromSeconds(1.3));

        Assert.True(own.IsActive);
        Assert.False(other.IsActive);
    }

    private static async Task PassThreeTimesAsync(SimulatedDoor door, FakeTimeProvider clock)
    {
        for (var i = 0; i < 3; i++)
        {
            await door.SetAsync(active: true, Cancelled);
            clock.Advance(TimeSpan.FromSeconds(10));
            await door.SetAsync(active: false, Cancelled);
        }
    }

    private static async Task<List<DigitalEdge>> RunAsync(SimulationSettings settings, Func<SimulatedDoor, FakeTimeProvider, Task> act)
    {
        var clock = new FakeTimeProvider();
        using var door = new SimulatedDoor(settings, clock, new Random(settings.Seed));
        await act(door, clock);
        return await DrainAsync(door);
    }

    private static async Task<List<DigitalEdge>> DrainAsync(SimulatedDoor door)
    {
        List<DigitalEdge> edges = [];
        using var over = new CancellationTokenSource();
        while (door.ReadEdgeAsync(over.Token).AsTask() is { IsCompleted: true } edge)
        {
            edges.Add(await edge);
        }

        await over.CancelAsync();
        return edges;
    }
}
