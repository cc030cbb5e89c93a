using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Modbus;

namespace Gateway.Drivers.Tests.Buses.Modbus;

/// <summary>A bus under test with its log, in real time.</summary>
internal sealed class OpenLink : IAsyncDisposable
{
    public OpenLink(ModbusSettings settings)
    {
        Link = new ModbusLink(settings, TimeProvider.System, new Random(1), Log);
        Registers = new ModbusRegisters(Link);
    }

    public ListLogger<ModbusLink> Log { get; } = new();

    public ModbusLink Link { get; }

    public IRegisterBus Registers { get; }

    public ValueTask DisposeAsync() => Link.DisposeAsync();

    /// <summary>Asks until it is answered; for what comes back by itself.</summary>
    public async Task<ushort[]> UntilAnsweredAsync(int unit, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await Registers.ReadRegistersAsync(unit, RegisterTable.Holding, 0, 1, cancellationToken);
            }
            catch (Gateway.Drivers.Devices.DeviceFaultException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
            }
        }
    }
}
