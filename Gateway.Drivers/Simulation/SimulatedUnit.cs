using System.Collections.Concurrent;
using Gateway.Drivers.Buses.Modbus;

namespace Gateway.Drivers.Simulation;

/// <summary>The registers of one simulated unit; those that nobody has set are 0. Safe for several threads.</summary>
internal sealed class SimulatedUnit
{
    private readonly ConcurrentDictionary<(RegisterTable Table, int Address), ushort> _registers = new();
    private volatile Action[] _refresh = [];

    /// <summary>Set when the unit is to be silent; the words of the fault.</summary>
    public string? Fault { get; set; }

    /// <summary>A register's value.</summary>
    public ushort this[RegisterTable table, int address]
    {
        get => _registers.GetValueOrDefault((table, address));
        set => _registers[(table, address)] = value;
    }

    /// <summary>Adds what brings the registers up to date before they are read. Not for several threads at once.</summary>
    public void BeforeRead(Action refresh) => _refresh = [.. _refresh, refresh];

    /// <summary>Forgets what keeps the registers up to date: another thing stands behind them now.</summary>
    public void Clear() => _refresh = [];

    /// <summary>The registers as a device reads them.</summary>
    public ushort[] Read(RegisterTable table, int address, int count)
    {
        foreach (var refresh in _refresh)
        {
            refresh();
        }

        return [.. Enumerable.Range(address, count).Select(each => this[table, each])];
    }
}
