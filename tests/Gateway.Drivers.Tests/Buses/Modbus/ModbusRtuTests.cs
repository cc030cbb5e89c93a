using System.Diagnostics;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Modbus;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Modbus;

/// <summary>The bus against pymodbus over a pair of serial lines.</summary>
public sealed class ModbusRtuTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Registers_and_bits_are_read_and_written()
    {
        await using var line = await SerialPair.StartAsync(Cancelled);
        await using var peer = await ModbusPeer.SerialAsync(line.Far, Cancelled);
        await using var bus = Open(line);
        await peer.TellAsync("set 1 ir 10 4660 22136", Cancelled);
        await peer.TellAsync("set 2 di 3 1 0 1", Cancelled);
        Assert.Equal([4660, 22136], await bus.Registers.ReadRegistersAsync(1, RegisterTable.Input, 10, 2, Cancelled));
        Assert.Equal(new[] { true, false, true }, await bus.Registers.ReadBitsAsync(2, BitTable.DiscreteInputs, 3, 3, Cancelled));
        await bus.Registers.WriteRegistersAsync(2, 6, new ushort[] { 8, 9 }, Cancelled);
        await bus.Registers.WriteCoilsAsync(2, 1, new[] { true }, Cancelled);
        Assert.Equal("8 9", await peer.TellAsync("get 2 hr 6 2", Cancelled));
        Assert.Equal("0 1 0", await peer.TellAsync("get 2 co 0 3", Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Another_master_program_reads_the_same_values()
    {
        await using var line = await SerialPair.StartAsync(Cancelled);
        await using var peer = await ModbusPeer.SerialAsync(line.Far, Cancelled);
        await using (var bus = Open(line))
        {
            await bus.Registers.WriteRegistersAsync(1, 6, new ushort[] { 0x1234, 0x5678 }, Cancelled);
        }

        // -0: addresses from 0; -t 4:int -B: holding registers as 32-bit numbers with the high word first.
        using var mbpoll = Process.Start(new ProcessStartInfo(
            "mbpoll", ["-m", "rtu", "-a", "1", "-b", "9600", "-P", "none", "-0", "-r", "6", "-c", "1", "-1", "-q", "-t", "4:int", "-B", line.Near])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await mbpoll.StandardOutput.ReadToEndAsync(Cancelled);
        await mbpoll.WaitForExitAsync(Cancelled);
        Assert.Contains("305419896", said, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Garbage_before_and_after_an_answer_is_thrown_away()
    {
        await using var line = await SerialPair.StartAsync(Cancelled);
        await using var peer = await ModbusPeer.SerialAsync(line.Far, Cancelled);
        await using var bus = Open(line);
        await peer.TellAsync("set 1 hr 0 42", Cancelled);
        for (var i = 0; i < 5; i++)
        {
            await peer.TellAsync("garbage 1", Cancelled);
            Assert.Equal([42], await bus.UntilAnsweredAsync(1, Cancelled));
            await peer.TellAsync("trail 1", Cancelled);
            Assert.Equal([42], await bus.UntilAnsweredAsync(1, Cancelled));
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Wrong_unit_waits_for_the_time_out_and_says_what_to_check_on_a_serial_line()
    {
        await using var line = await SerialPair.StartAsync(Cancelled);
        await using var peer = await ModbusPeer.SerialAsync(line.Far, Cancelled);
        await using var bus = Open(line);
        var fault = await FaultAsync(bus, 9);
        Assert.Contains("9600 8N1, unit 9", fault, StringComparison.Ordinal);
        Assert.Contains("A and B swapped", fault, StringComparison.Ordinal);
        await bus.UntilAnsweredAsync(1, Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Illegal_address_is_told_over_serial_too()
    {
        await using var line = await SerialPair.StartAsync(Cancelled);
        await using var peer = await ModbusPeer.SerialAsync(line.Far, Cancelled);
        await using var bus = Open(line);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(
            async () => await bus.Registers.WriteCoilsAsync(1, 700, new[] { true }, Cancelled));
        Assert.Contains("write coil (function 5), address 700: the unit has no such address (exception 2)", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Adapter_that_is_pulled_and_plugged_in_again_works_on()
    {
        await using var line = await SerialPair.StartAsync(Cancelled);
        await using var bus = Open(line);
        await using (var peer = await ModbusPeer.SerialAsync(line.Far, Cancelled))
        {
            await bus.UntilAnsweredAsync(1, Cancelled);
            await line.UnplugAsync();
            var fault = await FaultAsync(bus, 1);
            Assert.Contains("check that the adapter is plugged in", fault, StringComparison.Ordinal);
        }

        await line.PlugAsync(Cancelled);
        await using var again = await ModbusPeer.SerialAsync(line.Far, Cancelled);
        await again.TellAsync("set 1 hr 0 43", Cancelled);
        Assert.Equal([43], await bus.UntilAnsweredAsync(1, Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Absent_device_is_named_with_the_fix()
    {
        await using var bus = new OpenLink(new ModbusRtuSettings("/dev/no-such-adapter"));
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => bus.Link.ConnectAsync(Cancelled));
        Assert.Contains("/dev/no-such-adapter at 9600 8N1 cannot be opened (No such file or directory)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("/dev/serial/by-id", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<string> FaultAsync(OpenLink bus, int unit) =>
        (await Assert.ThrowsAsync<DeviceFaultException>(
            async () => await bus.Registers.ReadRegistersAsync(unit, RegisterTable.Holding, 0, 1, Cancelled))).Message;

    private static OpenLink Open(SerialPair line) => new(new ModbusRtuSettings(line.Near) { Timeout = TimeSpan.FromMilliseconds(300), Retries = 1 });
}
