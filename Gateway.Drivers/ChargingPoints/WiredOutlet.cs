using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Modbus;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>An outlet behind a relay on any digital bus and a meter on a register bus. Safe for several threads.</summary>
internal sealed class WiredOutlet(IDigitalOutput relay, IRegisterBus bus, int unit, MeterMap map, TimeProvider clock) : IOutletDriver
{
    private readonly IReadOnlyList<(int Address, int Count)> _blocks = map.Blocks();

    /// <inheritdoc/>
    public ValueTask SwitchAsync(bool on, CancellationToken cancellationToken) => relay.SetAsync(on, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<(MeterReading Reading, long Begun)> ReadAsync(CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var read = new List<(int, ushort[])>(_blocks.Count);
        foreach (var (address, count) in _blocks)
        {
            read.Add((address, await bus.ReadRegistersAsync(unit, map.Table, address, count, cancellationToken)));
        }

        return (map.Decode(read), begun);
    }
}
