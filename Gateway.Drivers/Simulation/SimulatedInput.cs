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
    private TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously); // done, and replaced, when the line begins to fail

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

    /// <summary>Set when the line is to fail, whoever waits for an edge included; the words of the fault.</summary>
    public string? Fault
    {
        get;
        set
        {
            field = value;
            if (value is not null)
            {
                Interlocked.Exchange(ref _lost, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            }
        }
    }

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

        public async ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken)
        {
            var lost = Volatile.Read(ref line._lost).Task;
            if (line.Fault is { } fault)
            {
                throw new DeviceFaultException(fault);
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var edge = line._edges.Reader.ReadAsync(over.Token).AsTask();
            if (await Task.WhenAny(edge, lost) == edge)
            {
                return await edge;
            }

            await over.CancelAsync();
            await edge.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return edge.IsCompletedSuccessfully ? await edge : throw new DeviceFaultException(line.Fault ?? "simulated: the line was lost");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
