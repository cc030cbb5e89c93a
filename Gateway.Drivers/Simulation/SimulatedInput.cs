using System.Threading.Channels;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// A simulated contact or button. When nobody takes its edges it stays as it is: no edge is lost. Safe for several threads.
/// </summary>
internal sealed class SimulatedInput(TimeProvider clock)
{
    private const int Capacity = 256;
    private readonly Lock _gate = new(); // guards the level with its edge
    private readonly Channel<DigitalEdge> _edges = Channel.CreateBounded<DigitalEdge>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private bool _active;

    /// <summary>The present level.</summary>
    public bool IsActive
    {
        get
        {
            lock (_gate)
            {
                return _active;
            }
        }
    }

    /// <summary>Set when the line is to fail; the words of the fault.</summary>
    public string? Fault { get; set; }

    /// <summary>Changes the level; false when it stays because nobody takes the edges, or is that level already.</summary>
    public bool Set(bool active)
    {
        lock (_gate)
        {
            if (active == _active || !_edges.Writer.TryWrite(new DigitalEdge(active, clock.GetTimestamp())))
            {
                return false;
            }

            _active = active;
            return true;
        }
    }

    /// <summary>What a device gets of it.</summary>
    public IDigitalInput Take() => new Taken(this);

    private sealed class Taken(SimulatedInput line) : IDigitalInput
    {
        public bool IsActive => line.Fault is { } fault ? throw new DeviceFaultException(fault) : line.IsActive;

        public ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken) => line.Fault is { } fault
            ? throw new DeviceFaultException(fault)
            : line._edges.Reader.ReadAsync(cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
