using System.Net;
using System.Net.Sockets;
using Gateway.Drivers.Buses.Modbus;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Modbus;

/// <summary>The bus against pymodbus over TCP.</summary>
public sealed class ModbusTcpTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Registers_and_bits_are_read_and_written_in_all_four_tables()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        await using var bus = Open(peer);
        await peer.TellAsync("set 1 ir 10 4660 22136", Cancelled);
        await peer.TellAsync("set 1 di 3 1 0 1", Cancelled);
        Assert.Equal([4660, 22136], await bus.Registers.ReadRegistersAsync(1, RegisterTable.Input, 10, 2, Cancelled));
        Assert.Equal(new[] { true, false, true }, await bus.Registers.ReadBitsAsync(1, BitTable.DiscreteInputs, 3, 3, Cancelled));

        await bus.Registers.WriteRegistersAsync(2, 5, new ushort[] { 7 }, Cancelled);
        await bus.Registers.WriteRegistersAsync(2, 6, new ushort[] { 8, 9 }, Cancelled);
        await bus.Registers.WriteCoilsAsync(2, 0, new[] { true }, Cancelled);
        await bus.Registers.WriteCoilsAsync(2, 1, new[] { false, true }, Cancelled);
        Assert.Equal("7 8 9", await peer.TellAsync("get 2 hr 5 3", Cancelled));
        Assert.Equal("1 0 1", await peer.TellAsync("get 2 co 0 3", Cancelled));
        Assert.Equal([7, 8, 9], await bus.Registers.ReadRegistersAsync(2, RegisterTable.Holding, 5, 3, Cancelled));
        Assert.Equal(new[] { true, false, true }, await bus.Registers.ReadBitsAsync(2, BitTable.Coils, 0, 3, Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Float_with_the_low_word_first_is_read_as_the_meter_means_it()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        await using var bus = Open(peer);
        await peer.TellAsync($"set 1 ir 0 {0x3333} {0x435C}", Cancelled);
        var words = await bus.Registers.ReadRegistersAsync(1, RegisterTable.Input, 0, 2, Cancelled);
        Assert.Equal(220.2, new RegisterFormat(RegisterType.Real, RegisterOrder.Cdab).Decode(words), 3);
    }

    [Fact(Timeout = 60_000)]
    public async Task Illegal_address_names_address_function_and_what_to_check()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        await using var bus = Open(peer);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(
            async () => await bus.Registers.ReadRegistersAsync(1, RegisterTable.Input, 5000, 2, Cancelled));
        Assert.Contains("unit 1, read input registers (function 4), addresses 5000 to 5001", fault.Message, StringComparison.Ordinal);
        Assert.Contains("no such address (exception 2)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("a manual's 35001 is 5000", fault.Message, StringComparison.Ordinal);
        Assert.Equal("1", await peer.TellAsync("count 1", Cancelled)); // asking again would not help
    }

    [Theory(Timeout = 60_000)]
    [InlineData(1, "use the other table")]
    [InlineData(3, "read fewer at once")]
    [InlineData(4, "switch it off and on")]
    [InlineData(10, "no answer")]
    public async Task Exceptions_of_units_come_in_words(int code, string words)
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        await using var bus = Open(peer);
        await peer.TellAsync($"fail 1 {code} 9", Cancelled);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(
            async () => await bus.Registers.ReadRegistersAsync(1, RegisterTable.Holding, 0, 1, Cancelled));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Busy_unit_is_asked_again()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        await using var bus = Open(peer);
        await peer.TellAsync("set 1 hr 0 42", Cancelled);
        await peer.TellAsync("fail 1 6 2", Cancelled);
        Assert.Equal([42], await bus.Registers.ReadRegistersAsync(1, RegisterTable.Holding, 0, 1, Cancelled));
        Assert.Equal("3", await peer.TellAsync("count 1", Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Dead_unit_is_named_with_what_to_check_and_the_others_go_on_meanwhile()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        await using var bus = Open(peer);
        await peer.TellAsync("set 1 hr 0 42", Cancelled);
        var dead = Enumerable.Range(0, 20).Select(_ => FaultAsync(bus, 9)).ToList();
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal([42], await bus.Registers.ReadRegistersAsync(1, RegisterTable.Holding, 0, 1, Cancelled));
        }

        var faults = await Task.WhenAll(dead);
        Assert.Contains("unit 9, read holding registers (function 3), address 0: no answer within 150 ms, 3 times: check its unit number", faults[0], StringComparison.Ordinal);
        Assert.Contains("has not answered 2 commands in a row", faults[^1], StringComparison.Ordinal);
        Assert.Equal([9], bus.Link.Status.SilentUnits);

        // Two commands are waited for, one with its repeats, and no more: twenty would have taken 9 s.
        Assert.True(bus.Link.Status.Connected);
        Assert.InRange(faults.Count(fault => fault.Contains("no answer", StringComparison.Ordinal)), 2, 4);
    }

    [Fact(Timeout = 60_000)]
    public async Task Writes_repeated_to_a_dead_unit_do_not_hold_up_writes_to_the_others()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        await using var bus = Open(peer);
        var dead = Enumerable.Range(0, 20).Select(_ => Assert.ThrowsAsync<DeviceFaultException>(() => WriteAsync(bus, 9))).ToList();
        for (var i = 0; i < 40; i++)
        {
            await WriteAsync(bus, 1);
        }

        var faults = await Task.WhenAll(dead);
        Assert.Equal([9], bus.Link.Status.SilentUnits);

        // Two are waited for and no more: twenty would have taken 9 s of the bus.
        Assert.Contains("has not answered 2 commands in a row", faults[^1].Message, StringComparison.Ordinal);
        Assert.InRange(faults.Count(fault => fault.Message.Contains("no answer", StringComparison.Ordinal)), 2, 4);
    }

    [Fact(Timeout = 60_000)]
    public async Task Write_to_a_unit_that_is_left_alone_fails_at_once_unless_it_insists()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        await using var bus = Open(peer, retries: 0);
        await peer.TellAsync("fail 3 11 2", Cancelled);
        await FaultAsync(bus, 3);
        await FaultAsync(bus, 3);
        Assert.Equal([3], bus.Link.Status.SilentUnits);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => WriteAsync(bus, 3));
        Assert.Contains("is asked less often", fault.Message, StringComparison.Ordinal);
        Assert.Equal("2", await peer.TellAsync("count 3", Cancelled));

        await new ModbusRegisters(bus.Link).WriteCoilAsync(3, 4, level: true, insist: true, Cancelled);
        Assert.Equal("1", await peer.TellAsync("get 3 co 4 1", Cancelled));
        Assert.Empty(bus.Link.Status.SilentUnits);
        await WriteAsync(bus, 3);
    }

    [Fact(Timeout = 60_000)]
    public async Task Late_answer_is_never_taken_for_the_answer_to_another_question()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        await using var bus = Open(peer, retries: 0);
        await peer.TellAsync("set 1 hr 0 11 22", Cancelled);
        await peer.TellAsync("slow 1 0.25", Cancelled);
        await FaultAsync(bus, 1);
        await peer.TellAsync("slow 1 0", Cancelled);
        for (var i = 0; i < 300; i++)
        {
            try
            {
                Assert.Equal([22], await bus.Registers.ReadRegistersAsync(1, RegisterTable.Holding, 1, 1, Cancelled));
            }
            catch (DeviceFaultException fault)
            {
                // A late answer that crosses a question costs that question, no more.
                Assert.Contains("what came back is no answer", fault.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Garbage_is_thrown_away_and_the_question_repeated()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        await using var bus = Open(peer);
        await peer.TellAsync("set 1 hr 0 42", Cancelled);
        await peer.TellAsync("garbage 1", Cancelled);
        Assert.Equal([42], await bus.UntilAnsweredAsync(1, Cancelled));
        await peer.TellAsync("trail 1", Cancelled);
        Assert.Equal([42], await bus.UntilAnsweredAsync(1, Cancelled));
        Assert.Equal([42], await bus.UntilAnsweredAsync(1, Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Killed_server_is_found_again_when_it_is_back()
    {
        var peer = await ModbusPeer.TcpAsync(Cancelled);
        var port = peer.Port;
        await using var bus = Open(peer);
        await bus.UntilAnsweredAsync(1, Cancelled);
        await peer.DisposeAsync();
        var fault = await FaultAsync(bus, 1);
        Assert.Contains($"Modbus 127.0.0.1:{port}", fault, StringComparison.Ordinal);
        Assert.Contains("check that the board has power and network", fault, StringComparison.Ordinal);
        Assert.False(bus.Link.Status.Connected);
        Assert.NotNull(bus.Link.Status.Fault);

        await using var again = await ModbusPeer.TcpAsync(Cancelled, port);
        await again.TellAsync("set 1 hr 0 43", Cancelled);
        Assert.Equal([43], await bus.UntilAnsweredAsync(1, Cancelled));
        Assert.Null(bus.Link.Status.Fault);
    }

    [Fact(Timeout = 60_000)]
    public async Task Server_that_closes_every_connection_is_not_flooded_with_new_ones()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepted = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var serving = Task.Run(
            async () =>
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync(stop.Token);
                    Interlocked.Increment(ref accepted);
                }
            },
            Cancelled);
        await using var bus = new OpenLink(new ModbusTcpSettings("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port));
        for (var i = 0; i < 200; i++)
        {
            await FaultAsync(bus, 1);
        }

        Assert.InRange(Volatile.Read(ref accepted), 1, 20);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }

    [Fact(Timeout = 60_000)]
    public async Task Peer_that_trickles_holds_the_bus_no_longer_than_the_time_out()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var serving = Task.Run(
            async () =>
            {
                while (true)
                {
                    // The head of an answer of 250 bytes, then a byte every now and then for ever.
                    var client = await listener.AcceptTcpClientAsync(stop.Token);
                    var stream = client.GetStream();
                    await stream.ReadExactlyAsync(new byte[12], stop.Token);
                    _ = Task.Run(
                        async () =>
                        {
                            byte[] one = [0];
                            while (true)
                            {
                                await stream.WriteAsync(one, stop.Token);
                                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, stop.Token);
                            }
                        },
                        stop.Token);
                }
            },
            Cancelled);
        await using var bus = new OpenLink(new ModbusTcpSettings("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port)
        {
            Timeout = TimeSpan.FromMilliseconds(150),
            Retries = 0,
        });
        var began = TimeProvider.System.GetTimestamp();
        await FaultAsync(bus, 1);
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nobody_there_says_what_to_check()
    {
        var peer = await ModbusPeer.TcpAsync(Cancelled);
        await peer.DisposeAsync();
        await using var bus = Open(peer);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => bus.Link.ConnectAsync(Cancelled));
        Assert.Contains("cannot be opened (Connection refused)", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Closing_the_bus_fails_what_waits_and_what_comes_later()
    {
        await using var peer = await ModbusPeer.TcpAsync(Cancelled);
        var bus = Open(peer);
        var waiting = Enumerable.Range(0, 5).Select(_ => FaultAsync(bus, 9)).ToList();
        await bus.DisposeAsync();
        Assert.Contains("is closed", (await Task.WhenAll(waiting))[^1], StringComparison.Ordinal);
    }

    private static Task WriteAsync(OpenLink bus, int unit) => bus.Registers.WriteCoilsAsync(unit, 0, new[] { true }, Cancelled).AsTask();

    private static async Task<string> FaultAsync(OpenLink bus, int unit) =>
        (await Assert.ThrowsAsync<DeviceFaultException>(
            async () => await bus.Registers.ReadRegistersAsync(unit, RegisterTable.Holding, 0, 1, Cancelled))).Message;

    private static OpenLink Open(ModbusPeer peer, int retries = 2) =>
        new(new ModbusTcpSettings("127.0.0.1", peer.Port) { Timeout = TimeSpan.FromMilliseconds(150), Retries = retries });
}
