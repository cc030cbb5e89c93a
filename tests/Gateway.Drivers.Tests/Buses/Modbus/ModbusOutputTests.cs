using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Modbus;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Modbus;

/// <summary>What a coil leaves behind, whatever became of the writes before.</summary>
public sealed class ModbusOutputTests : IAsyncDisposable
{
    private readonly ScriptedCoils _coils = new();
    private readonly List<bool> _safe = [];
    private readonly ModbusOutput _output;

    public ModbusOutputTests() => _output = new ModbusOutput(new OutputLine(new LineAddress(3), "gate"), _coils, (_, safe) => _safe.Add(safe));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _output.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task Write_that_was_given_up_before_it_reached_the_wire_does_not_leave_the_relay_pulled()
    {
        await _output.SetAsync(active: true, Cancelled);
        _coils.Hangs = true;
        using var given = new CancellationTokenSource();
        var off = _output.SetAsync(active: false, given.Token).AsTask();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => off);
        _coils.Hangs = false;

        await _output.DisposeAsync();

        Assert.Equal([true, false], _coils.Written);
        Assert.Equal([true], _safe);
    }

    [Fact(Timeout = 60_000)]
    public async Task Safe_level_that_failed_before_is_tried_once_more_at_the_end()
    {
        await _output.SetAsync(active: true, Cancelled);
        _coils.Fails = true;
        await Assert.ThrowsAsync<DeviceFaultException>(() => _output.SetAsync(active: false, Cancelled).AsTask());
        _coils.Fails = false;

        await _output.DisposeAsync();
        await _output.DisposeAsync();

        Assert.Equal([true, false], _coils.Written);
        Assert.Equal([true], _safe);
    }

    [Fact(Timeout = 60_000)]
    public async Task Safe_level_that_fails_at_the_end_stays_owed_and_the_line_is_given_back()
    {
        _coils.Fails = true;
        await Assert.ThrowsAsync<DeviceFaultException>(() => _output.DisposeAsync().AsTask());
        Assert.Equal([false], _safe);
        await Assert.ThrowsAsync<DeviceFaultException>(() => _output.SetAsync(active: true, Cancelled).AsTask());
    }

    private sealed class ScriptedCoils : IRegisterBus
    {
        public List<bool> Written { get; } = [];

        public bool Hangs { get; set; }

        public bool Fails { get; set; }

        public async ValueTask WriteCoilsAsync(int unit, int address, ReadOnlyMemory<bool> levels, CancellationToken cancellationToken)
        {
            if (Hangs)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            if (Fails)
            {
                throw new DeviceFaultException("The unit is silent.");
            }

            Written.AddRange(levels.ToArray());
        }

        public ValueTask<bool[]> ReadBitsAsync(int unit, BitTable table, int address, int count, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<ushort[]> ReadRegistersAsync(int unit, RegisterTable table, int address, int count, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask WriteRegistersAsync(int unit, int address, ReadOnlyMemory<ushort> values, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
