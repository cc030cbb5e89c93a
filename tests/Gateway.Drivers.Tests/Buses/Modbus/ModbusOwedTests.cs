using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Modbus;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Modbus;

/// <summary>Relays of a board that does not answer when their devices give them back, against pymodbus.</summary>
public sealed class ModbusOwedTests
{
    private const string Silent = "fail 2 11 100000"; // what a TCP gateway answers for a board that is silent; nothing is carried out
    private const string Back = "fail 2 11 0";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Relay_given_back_while_its_board_is_silent_falls_when_the_board_is_back()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        await using var bus = Open(peer);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var run = Task.Run(() => bus.RunAsync(new DeviceReporter(bus.Id, bus.Kind, TimeProvider.System), stop.Token), Cancelled);
        await PullAndLoseAsync(peer, bus);

        await peer.TellAsync(Back, Cancelled);
        while (await peer.TellAsync("get 2 co 3 1", Cancelled) != "0")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancelled);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact(Timeout = 60_000)]
    public async Task Bus_that_closes_asks_a_board_that_was_left_alone_once_more()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        var bus = Open(peer);
        await PullAndLoseAsync(peer, bus);
        await peer.TellAsync(Back, Cancelled);
        await bus.DisposeAsync();
        Assert.Equal("0", await peer.TellAsync("get 2 co 3 1", Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Line_that_is_taken_again_owes_nothing()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        var bus = Open(peer);
        await PullAndLoseAsync(peer, bus);
        await peer.TellAsync(Back, Cancelled);
        var again = bus.OpenOutput(new OutputLine(new LineAddress(3, Unit: 2), "gate"));
        while (await peer.TellAsync("get 2 co 3 1", Cancelled) != "1" || !await TryAsync(again))
        {
            await TryAsync(again);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancelled);
        }

        await bus.DisposeAsync();
        Assert.Equal("1", await peer.TellAsync("get 2 co 3 1", Cancelled));
    }

    private static async Task<bool> TryAsync(IDigitalOutput output)
    {
        try
        {
            await output.SetAsync(active: true, Cancelled);
            return true;
        }
        catch (DeviceFaultException)
        {
            return false;
        }
    }

    /// <summary>The board dies with the relay pulled, and the device gives up.</summary>
    private static async Task PullAndLoseAsync(ModbusPeer peer, ModbusBus bus)
    {
        var relay = bus.OpenOutput(new OutputLine(new LineAddress(3, Unit: 2), "gate"));
        await relay.SetAsync(active: true, Cancelled);
        await peer.TellAsync(Silent, Cancelled);
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<DeviceFaultException>(() => relay.SetAsync(active: false, Cancelled).AsTask());
        }

        await Assert.ThrowsAsync<DeviceFaultException>(() => relay.DisposeAsync().AsTask());
        Assert.Equal("1", await peer.TellAsync("get 2 co 3 1", Cancelled));
    }

    private static ModbusBus Open(ModbusPeer peer) => new(
        BusHead.Reporter("relays"),
        "modbus-tcp",
        new ModbusTcpSettings("127.0.0.1", peer.Port) { Timeout = TimeSpan.FromMilliseconds(500), Retries = 0 },
        TimeProvider.System,
        new Random(1),
        new ListLogger<ModbusBus>());
}
