using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Modbus;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Modbus;

/// <summary>A relay board as lines, against pymodbus.</summary>
public sealed class ModbusBusTests : IAsyncDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly DeviceReporter _reporter = new(BusHead.Reporter("relays"), "modbus-tcp", TimeProvider.System);
    private ModbusBus? _bus;
    private Task? _run;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_run is { } run)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        }

        await (_bus?.DisposeAsync() ?? ValueTask.CompletedTask);
        _stop.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Output_is_taken_at_its_safe_level_and_returns_to_it_when_given_back()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        var bus = Start(peer);
        await peer.TellAsync("set 2 co 3 1 1", Cancelled);
        await using (var relay = bus.OpenOutput(new OutputLine(new LineAddress(3, Unit: 2), "gate")))
        {
            await UntilAsync(async () => await peer.TellAsync("get 2 co 3 2", Cancelled) == "0 1");
            await relay.SetAsync(active: true, Cancelled);
            Assert.Equal("1", await peer.TellAsync("get 2 co 3 1", Cancelled));
        }

        Assert.Equal("0", await peer.TellAsync("get 2 co 3 1", Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_pulled_by_a_low_level_that_is_safe_when_pulled_is_all_turned_round()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        var bus = Start(peer);
        await peer.TellAsync("set 1 co 0 1", Cancelled);
        await using (var magnet = bus.OpenOutput(new OutputLine(new LineAddress(0), "gate") { ActiveLow = true, SafeActive = true }))
        {
            await UntilAsync(async () => await peer.TellAsync("get 1 co 0 1", Cancelled) == "0");
            await magnet.SetAsync(active: false, Cancelled);
            Assert.Equal("1", await peer.TellAsync("get 1 co 0 1", Cancelled));
        }

        Assert.Equal("0", await peer.TellAsync("get 1 co 0 1", Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Coil_that_is_taken_names_who_has_it_and_is_free_again_afterwards()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        var bus = Start(peer);
        var first = bus.OpenOutput(new OutputLine(new LineAddress(1), "east-gate"));
        var fault = Assert.Throws<DeviceFaultException>(() => bus.OpenOutput(new OutputLine(new LineAddress(1), "west-gate")));
        Assert.Contains("west-gate: the coil 1 of 127.0.0.1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("already driven by east-gate", fault.Message, StringComparison.Ordinal);
        await first.DisposeAsync();
        await using var second = bus.OpenOutput(new OutputLine(new LineAddress(1), "west-gate"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Inputs_of_several_units_become_edges_in_order()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        var bus = Start(peer);
        await using var door = bus.OpenInput(new InputLine(new LineAddress(5, Unit: 1), "gate"));
        await using var button = bus.OpenInput(new InputLine(new LineAddress(0, Unit: 2), "light") { ActiveLow = true });
        await UntilReadAsync(door);
        await UntilReadAsync(button);
        Assert.False(door.IsActive);
        Assert.True(button.IsActive);
        for (var i = 0; i < 3; i++)
        {
            var before = TimeProvider.System.GetTimestamp();
            await peer.TellAsync("set 1 di 5 1", Cancelled);
            var edge = await door.ReadEdgeAsync(Cancelled);
            Assert.True(edge.Active && edge.Timestamp >= before && edge.Timestamp <= TimeProvider.System.GetTimestamp());
            await peer.TellAsync("set 1 di 5 0", Cancelled);
            Assert.False((await door.ReadEdgeAsync(Cancelled)).Active);
        }

        await peer.TellAsync("set 2 di 0 1", Cancelled);
        Assert.False((await button.ReadEdgeAsync(Cancelled)).Active);
    }

    [Fact(Timeout = 60_000)]
    public async Task Input_that_does_not_exist_is_named_and_its_neighbours_work()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        var bus = Start(peer);
        await using var good = bus.OpenInput(new InputLine(new LineAddress(199), "gate"));
        await using var bad = bus.OpenInput(new InputLine(new LineAddress(240), "light"));
        await UntilReadAsync(good);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(async () => await bad.ReadEdgeAsync(Cancelled));
        await UntilAsync(() => Task.FromResult(Fault(bad).Contains("light: the discrete input 240 cannot be read: Modbus 127.0.0.1", StringComparison.Ordinal)));
        Assert.Contains("no such address (exception 2)", Fault(bad), StringComparison.Ordinal);
        Assert.NotNull(fault);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_fire_contact_reaches_every_gate()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        var shared = new SharedInputs(Start(peer));
        await using var east = new LazyInput(shared, new InputLine(new LineAddress(5), "east-gate"));
        await using var west = new LazyInput(shared, new InputLine(new LineAddress(5), "west-gate"));
        await UntilReadAsync(east);
        await UntilReadAsync(west);
        var edges = Task.WhenAll(east.ReadEdgeAsync(Cancelled).AsTask(), west.ReadEdgeAsync(Cancelled).AsTask());
        await peer.TellAsync("set 1 di 5 1", Cancelled);
        Assert.All(await edges, edge => Assert.True(edge.Active));
        Assert.True(east.IsActive && west.IsActive);
    }

    [Fact(Timeout = 60_000)]
    public async Task Lost_unit_faults_whoever_waits_and_works_again_when_it_is_back()
    {
        var peer = await ModbusPeer.TcpAsync(Cancelled);
        var port = peer.Port;
        var bus = Start(peer);
        await using var door = bus.OpenInput(new InputLine(new LineAddress(5), "gate"));
        await UntilReadAsync(door);
        var edge = door.ReadEdgeAsync(Cancelled).AsTask();
        await HealthAsync("ok");
        await peer.DisposeAsync();
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => edge);
        Assert.Contains("check that the board has power and network", fault.Message, StringComparison.Ordinal);
        Assert.Throws<DeviceFaultException>(() => door.IsActive);
        await HealthAsync("bus-unreachable");

        await using var again = await ModbusPeer.TcpAsync(Cancelled, port);
        await again.TellAsync("set 1 di 5 1", Cancelled);
        await HealthAsync("ok");
        await UntilReadAsync(door);
        Assert.True((await door.ReadEdgeAsync(Cancelled)).Active);
        Assert.True(door.IsActive);
    }

    [Fact(Timeout = 60_000)]
    public async Task Board_that_was_switched_off_and_on_gets_its_levels_again()
    {
        var peer = await ModbusPeer.TcpAsync(Cancelled);
        var port = peer.Port;
        var bus = Start(peer);
        var relay = bus.OpenOutput(new OutputLine(new LineAddress(2), "light"));
        await relay.SetAsync(active: true, Cancelled);
        await peer.DisposeAsync();
        await using var again = await ModbusPeer.TcpAsync(Cancelled, port);
        await UntilAsync(async () => await again.TellAsync("get 1 co 2 1", Cancelled) == "1");
        await relay.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Watchdog_register_is_written_as_long_as_the_bus_runs()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        Start(peer, new ModbusWatchdog(3, 9, 77, TimeSpan.FromMilliseconds(100)));
        for (var i = 0; i < 3; i++)
        {
            await peer.TellAsync("set 3 hr 9 0", Cancelled);
            await UntilAsync(async () => await peer.TellAsync("get 3 hr 9 1", Cancelled) == "77");
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Silent_unit_degrades_the_bus_and_is_named()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        var bus = Start(peer);
        await using var lost = bus.OpenInput(new InputLine(new LineAddress(0, Unit: 9), "gate"));
        await HealthAsync("unit-silent");
        Assert.StartsWith("Units 9 do not answer", _reporter.Health.Reason.En, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Named_line_is_refused_with_what_to_write_instead()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        var bus = Start(peer);
        var fault = Assert.Throws<DeviceFaultException>(() => bus.OpenInput(new InputLine(new LineAddress(-1, "DOOR"), "gate")));
        Assert.Contains("coils and inputs have numbers", fault.Message, StringComparison.Ordinal);
    }

    private static string Fault(IDigitalInput input)
    {
        try
        {
            return input.IsActive.ToString();
        }
        catch (DeviceFaultException fault)
        {
            return fault.Message;
        }
    }

    private static Task UntilReadAsync(IDigitalInput input) => UntilAsync(() => Task.FromResult(bool.TryParse(Fault(input), out _)));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancelled);
        }
    }

    private async Task HealthAsync(string code)
    {
        while (true)
        {
            if (await _reporter.Queue.ReadAsync(Cancelled) is HealthChanged change && change.Health.Code == code)
            {
                return;
            }
        }
    }

    private ModbusBus Start(ModbusPeer peer, ModbusWatchdog? watchdog = null)
    {
        var settings = new ModbusTcpSettings("127.0.0.1", peer.Port) { Timeout = TimeSpan.FromMilliseconds(150), PollEvery = Often, Watchdog = watchdog };
        _bus = new ModbusBus(BusHead.Reporter("relays"), "modbus-tcp", settings, TimeProvider.System, new Random(1), new ListLogger<ModbusBus>());
        _run = Task.Run(() => _bus.RunAsync(_reporter, _stop.Token), Cancelled);
        return _bus;
    }
}
