using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>
/// One discrete input: what polling shows becomes levels and edges. An edge's time is that of the poll that showed it, so it is late by up
/// to one poll interval. While the unit is silent the line counts as lost, and a level that no poll has confirmed for a while is none. Safe
/// for several threads; one reader at a time.
/// </summary>
internal sealed class ModbusInput(LineAddress address, TimeSpan staleAfter, TimeProvider clock)
{
    private const int Capacity = 256;

    /// <summary>
    /// A device that lost the line comes back within its supervisor's longest pause and must find a level then: the line is polled on for
    /// longer than that.
    /// </summary>
    private static readonly TimeSpan Linger = TimeSpan.FromMinutes(2);
    private readonly Lock _gate = new(); // guards everything below it
    private readonly Queue<DigitalEdge> _edges = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private object? _holder; // whose handle is in force
    private long _givenBackAt; // when the last holder went
    private InputLine? _line;
    private bool? _level; // as it stands on the wire, debounced; null before the first reading
    private bool _raw;
    private long _rawSince;
    private long _shownAt; // the last good poll
    private string? _fault = "it has not been read yet";

    public LineAddress Address => address;

    /// <summary>Whether a device listens, or did a moment ago.</summary>
    public bool IsUsed
    {
        get
        {
            lock (_gate)
            {
                return _holder is not null || clock.GetElapsedTime(_givenBackAt) < Linger;
            }
        }
    }

    /// <summary>Gives the line to a device; an earlier handle is void.</summary>
    public IDigitalInput Take(InputLine line)
    {
        lock (_gate)
        {
            var handle = new Handle(this);
            (_holder, _line) = (handle, line);
            _edges.Clear();
            return handle;
        }
    }

    /// <summary>A poll showed this level.</summary>
    public void Show(bool level, long stamp)
    {
        lock (_gate)
        {
            (_fault, _shownAt) = (null, stamp);
            if (_level is null)
            {
                (_level, _raw, _rawSince) = (level, level, stamp);
                return;
            }

            if (level != _raw)
            {
                (_raw, _rawSince) = (level, stamp);
            }

            // With nobody to take the edges the level stays as it was: none is lost.
            if (_holder is null)
            {
                _level = _raw; // nobody listens: whoever comes begins with the level as it is then
            }
            else if (_raw != _level && _line is { } line && clock.GetElapsedTime(_rawSince, stamp) >= line.Debounce && _edges.Count < Capacity)
            {
                _level = _raw;
                _edges.Enqueue(new DigitalEdge(_raw != line.ActiveLow, _rawSince));
                Signal();
            }
        }
    }

    /// <summary>The unit does not answer.</summary>
    public void Lose(string why)
    {
        lock (_gate)
        {
            _fault = why;
            Signal();
        }
    }

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private bool IsActive(object holder)
    {
        lock (_gate)
        {
            Require(holder);
            if (clock.GetElapsedTime(_shownAt) is var age && age > staleAfter)
            {
                throw Lost($"its last reading is {age.TotalSeconds:0.0} s old. Check the bus: other units that do not answer, or too many inputs for its baud rate.");
            }

            return _level != _line!.ActiveLow;
        }
    }

    private async ValueTask<DigitalEdge> ReadEdgeAsync(object holder, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_holder == holder && _edges.TryDequeue(out var edge))
                {
                    return edge;
                }

                Require(holder);
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private void Require(object holder)
    {
        var fault = _holder == holder ? _fault : "it was given back";
        if (fault is not null)
        {
            throw Lost(fault);
        }
    }

    private DeviceFaultException Lost(string why) => new($"{_line?.Consumer}: the discrete input {address} cannot be read: {why}");

    private void GiveBack(object holder)
    {
        lock (_gate)
        {
            (_holder, _givenBackAt) = _holder == holder ? (null, clock.GetTimestamp()) : (_holder, _givenBackAt);
            Signal();
        }
    }

    private sealed class Handle(ModbusInput input) : IDigitalInput
    {
        public bool IsActive => input.IsActive(this);

        public ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken) => input.ReadEdgeAsync(this, cancellationToken);

        public ValueTask DisposeAsync()
        {
            input.GiveBack(this);
            return ValueTask.CompletedTask;
        }
    }
}
