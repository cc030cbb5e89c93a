using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Modbus;

/// <content>
/// Levels, mostly safe ones, that are owed to boards which did not answer when a device gave its line back: written as soon as the board does, unless a
/// device has taken the line again.
/// </content>
internal sealed partial class ModbusBus
{
    private static readonly TimeSpan PayEvery = TimeSpan.FromSeconds(1);
    private readonly Lock _owing = new(); // guards _owed, and keeps it in step with _outputs
    private readonly Dictionary<LineAddress, ModbusOutput> _owed = [];

    private bool TryTake(ModbusOutput output)
    {
        lock (_owing)
        {
            if (!_outputs.TryAdd(output.Line.Address, output))
            {
                return false;
            }

            _owed.Remove(output.Line.Address);
            return true;
        }
    }

    private void GiveBack(ModbusOutput output, bool safe)
    {
        lock (_owing)
        {
            if (!safe)
            {
                _owed[output.Line.Address] = output;
            }

            _outputs.TryRemove(output.Line.Address, out _);
        }
    }

    private async Task PayAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(PayEvery, _clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var output in Owed())
            {
                await TryPayAsync(output, insist: false, cancellationToken);
            }
        }
    }

    /// <summary>The bus closes: every unit that is owed something is asked once more, however long it has been silent.</summary>
    private async Task PayLastAsync()
    {
        foreach (var unit in Owed().GroupBy(output => output.Line.Address.Unit))
        {
            foreach (var output in unit)
            {
                if (!await TryPayAsync(output, insist: true, CancellationToken.None))
                {
                    break; // the unit is still silent: asking for each of its relays would only hold up the end
                }
            }
        }
    }

    private async Task<bool> TryPayAsync(ModbusOutput output, bool insist, CancellationToken cancellationToken)
    {
        var address = output.Line.Address;
        try
        {
            ValueTask writing;
            lock (_owing)
            {
                if (_owed.GetValueOrDefault(address) != output)
                {
                    return true; // a device has the line again
                }

                // Queued before the lock is left, thus ahead of whatever a device that takes the line now will write.
                writing = _registers.WriteCoilAsync(address.Unit, address.Number, output.LastCoil, insist, cancellationToken);
            }

            await writing;
            lock (_owing)
            {
                return _owed.GetValueOrDefault(address) != output || _owed.Remove(address);
            }
        }
        catch (DeviceFaultException)
        {
            return false; // it stays owed; the unit's silence is on record with the bus's state
        }
    }

    private List<ModbusOutput> Owed()
    {
        lock (_owing)
        {
            return [.. _owed.Values];
        }
    }
}
