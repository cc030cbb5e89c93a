using Gateway.Drivers.Buses.Modbus;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>Where a meter keeps one value.</summary>
/// <param name="Address">First register, counted from 0.</param>
/// <param name="Format">How it is read; its scale leads to V, A, W, Wh or °C.</param>
public sealed record MeterValue(int Address, RegisterFormat Format)
{
    /// <summary>The same value, some registers further.</summary>
    public MeterValue Moved(int by) => this with { Address = Address + by };
}
