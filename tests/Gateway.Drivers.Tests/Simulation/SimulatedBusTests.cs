using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Tests.Simulation;

public sealed class SimulatedBusTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Releasing_the_relay_opens_and_closes_the_contact_of_the_same_door()
    {
        using var bus = new SimulatedBus(SimulatedDoorOptions.Default, _time);
        var (relay, contact) = (bus.Output("east-relay"), bus.Input("east-contact"));

        await relay.WriteAsync(true, TestContext.Current.CancellationToken);
        Assert.False(contact.IsActive);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(contact.IsActive);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(contact.IsActive);

        Assert.Equal([true, false], Edges(contact).Select(edge => edge.Active));
    }

    [Fact]
    public async Task Other_doors_of_the_bus_stay_as_they_are()
    {
        using var bus = new SimulatedBus(SimulatedDoorOptions.Default, _time);
        var west = bus.Input("west-contact");

        await bus.Output("east-relay").WriteAsync(true, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Empty(Edges(west));
    }

    [Fact]
    public void Door_is_forced_at_the_interval_that_the_scenario_asks_for()
    {
        using var bus = new SimulatedBus(SimulatedDoorOptions.Default with { ForcedOpenEvery = TimeSpan.FromSeconds(10) }, _time);
        var contact = bus.Input("east-contact");

        _time.Advance(TimeSpan.FromSeconds(35));

        Assert.Equal(3, Edges(contact).Count(edge => edge.Active));
    }

    [Fact]
    public async Task Share_of_releases_that_nobody_uses_follows_the_seed()
    {
        using var bus = new SimulatedBus(SimulatedDoorOptions.Default with { UnusedShare = 0.5, Seed = 3 }, _time);
        var (relay, contact) = (bus.Output("east-relay"), bus.Input("east-contact"));
        for (var i = 0; i < 200; i++)
        {
            await relay.WriteAsync(true, TestContext.Current.CancellationToken);
            await relay.WriteAsync(false, TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.InRange(Edges(contact).Count(edge => edge.Active), 70, 130);
    }

    [Fact]
    public void Line_is_handed_out_once_and_misnamed_lines_are_refused()
    {
        using var bus = new SimulatedBus(SimulatedDoorOptions.Default, _time);
        bus.Output("east-relay");

        Assert.Contains("already used", Assert.Throws<DeviceFaultException>(() => bus.Output("east-relay")).Message, StringComparison.Ordinal);
        Assert.Contains("-contact", Assert.Throws<DeviceFaultException>(() => bus.Input("east-door")).Message, StringComparison.Ordinal);
    }

    private static List<DigitalEdge> Edges(IDigitalInput input)
    {
        var edges = new List<DigitalEdge>();
        while (input.Edges.TryRead(out var edge))
        {
            edges.Add(edge);
        }

        return edges;
    }
}
