using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Simulation;

/// <summary>A simulated relay: remembers its level and tells the thing behind it. Safe for several threads.</summary>
internal sealed class SimulatedOutput
{
    private volatile bool _active;

    /// <summary>The level that was driven last.</summary>
    public bool IsActive => _active;

    /// <summary>Set when the line is to fail; the words of the fault.</summary>
    public string? Fault { get; set; }

    /// <summary>Called with every level that is driven, from the driver's thread. Set before the line is driven.</summary>
    public Action<bool>? Driven { get; set; }

    /// <summary>What a device gets of it.</summary>
    public IDigitalOutput Take(OutputLine line)
    {
        Drive(line.SafeActive);
        return new Taken(this, line.SafeActive);
    }

    /// <summary>Drives the relay.</summary>
    /// <exception cref="DeviceFaultException">The line is made to fail.</exception>
    public void Drive(bool active)
    {
        if (Fault is { } fault)
        {
            throw new DeviceFaultException(fault);
        }

        _active = active;
        Driven?.Invoke(active);
    }

    private sealed class Taken(SimulatedOutput line, bool safe) : IDigitalOutput
    {
        private volatile bool _leaves = safe;

        public void Leave(bool active) => _leaves = active;

        public ValueTask SetAsync(bool active, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            line.Drive(active);
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            line.Drive(_leaves);
            return ValueTask.CompletedTask;
        }
    }
}
