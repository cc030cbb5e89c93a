using System.Threading.Channels;
using Gateway.Drivers.Buses.Gpio;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// A door that is not there: releasing its relay makes a simulated person open and close it. Its relay is an output, its contact
/// an input, as on a real bus. Safe for use by several threads.
/// </summary>
public sealed class SimulatedDoor : IDigitalOutput, IDigitalInput, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Channel<DigitalEdge> _edges = Channel.CreateBounded<DigitalEdge>(1024);
    private readonly SimulatedDoorOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ITimer _opening;
    private readonly ITimer _closing;
    private readonly ITimer? _forcing;
    private bool _released;
    private bool _open;

    public SimulatedDoor(SimulatedDoorOptions options, TimeProvider time)
    {
        (_options, _time, _random) = (options, time, new Random(options.Seed));
        _opening = Timer(() => Move(open: true));
        _closing = Timer(() => Move(open: false));
        if (options.ForcedOpenEvery is { } interval)
        {
            _forcing = time.CreateTimer(_ => Force(interval), null, interval, interval);
        }
    }

    /// <summary>True while the relay holds the lock open.</summary>
    public bool IsReleased
    {
        get
        {
            lock (_gate)
            {
                return _released;
            }
        }
    }

    /// <inheritdoc/>
    public bool IsActive
    {
        get
        {
            lock (_gate)
            {
                return _open;
            }
        }
    }

    /// <inheritdoc/>
    public ChannelReader<DigitalEdge> Edges => _edges.Reader;

    /// <inheritdoc/>
    public ValueTask WriteAsync(bool active, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var begins = active && !_released;
            _released = active;
            if (begins && !_open && _random.NextDouble() >= _options.UnusedShare)
            {
                _opening.Change(_options.OpensAfter, Timeout.InfiniteTimeSpan);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Somebody moves the door, whatever the relay says.</summary>
    public void Move(bool open)
    {
        lock (_gate)
        {
            if (_open == open)
            {
                return;
            }

            _open = open;
            // A full channel means that nobody has read a thousand edges: the level itself stays readable.
            _edges.Writer.TryWrite(new DigitalEdge(open, _time.GetUtcNow()));
            if (open)
            {
                _closing.Change(_options.StaysOpen, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _opening.Dispose();
        _closing.Dispose();
        _forcing?.Dispose();
    }

    private void Force(TimeSpan interval)
    {
        Move(open: true);
        _closing.Change(interval / 2, Timeout.InfiniteTimeSpan);
    }

    private ITimer Timer(Action action) =>
        _time.CreateTimer(_ => action(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
