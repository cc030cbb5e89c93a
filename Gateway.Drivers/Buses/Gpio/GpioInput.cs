using System.Threading.Channels;
using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>
/// A held input. Its changes are queued here and, when nobody takes them, in the kernel; where even the kernel's buffer overran, the reader is told the
/// present level, so that it never believes in a level that is past. One reader; everything else safe for several threads.
/// </summary>
internal sealed class GpioInput : IDigitalInput
{
    private const int Capacity = 64;
    private const int Spare = 4; // room for a level that was read anew and for a loss
    private readonly Channel<DigitalEdge?> _edges = Channel.CreateBounded<DigitalEdge?>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true }); // null: the line was lost here
    private readonly GpioEvent[] _batch = new GpioEvent[16]; // used by the chip's thread
    private readonly GpioHold _hold;
    private readonly GpioThread _thread;
    private readonly GpioTime _time;
    private readonly Action<GpioInput> _closed;
    private bool _level; // the last level that was queued; used by the chip's thread once listening
    private uint _sequence; // of the last event; used by the chip's thread
    private long _missed;

    public GpioInput(GpioHold hold, GpioThread thread, GpioTime time, Action<GpioInput> closed)
    {
        (_hold, _thread, _time, _closed) = (hold, thread, time, closed);
        _level = hold.Use(line => line.Read());
    }

    public GpioHold Hold => _hold;

    /// <summary>What the chip's thread waits on; null while the line is lost.</summary>
    public IGpioRequest? Request => _hold.Request;

    /// <summary>Whether there is room for more. A line whose reader is behind is left to the kernel's buffer.</summary>
    public bool Listening => _edges.Reader.Count < Capacity - _batch.Length - Spare;

    /// <summary>How many edges the kernel's buffer dropped.</summary>
    public long Missed => Interlocked.Read(ref _missed);

    /// <inheritdoc/>
    public bool IsActive => _hold.Use(line => line.Read());

    /// <inheritdoc/>
    public async ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken)
    {
        if (_edges.Reader.Count == 0 && _hold.Fault is { } fault)
        {
            throw new DeviceFaultException(fault.Message);
        }

        var behind = !Listening;
        var edge = await _edges.Reader.ReadAsync(cancellationToken);
        if (behind && Listening)
        {
            _thread.Wake();
        }

        return edge ?? throw GpioFault.Lost(_hold.Title);
    }

    /// <summary>The chip's thread found something.</summary>
    public void Handle(GpioReady ready)
    {
        try
        {
            switch (ready)
            {
                case GpioReady.Edge:
                    Take();
                    break;
                case GpioReady.Gone when _hold.Lose():
                    TellLost();
                    break;
            }
        }
        catch (DeviceFaultException)
        {
            _hold.Lose();
            TellLost();
        }
    }

    /// <summary>The line was lost: ends a read that waits.</summary>
    public void TellLost() => _edges.Writer.TryWrite(null);

    /// <summary>The line was taken anew, on the chip's thread: what changed meanwhile is told.</summary>
    public void Resume()
    {
        _sequence = 0;
        Queue(_hold.Use(line => line.Read()), _time.Now);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _thread.Remove(this);
        try
        {
            // On the chip's thread, so that it does not wait on a descriptor that is being closed.
            await _thread.InvokeAsync(_hold.Dispose, CancellationToken.None);
        }
        catch (DeviceFaultException)
        {
            _hold.Dispose();
        }

        _edges.Writer.TryWrite(null);
        _closed(this);
    }

    private void Take()
    {
        var overrun = false;
        var count = _hold.Use(line => line.ReadEvents(_batch));
        foreach (var edge in _batch.AsSpan(0, count))
        {
            var missed = unchecked(edge.Sequence - _sequence - 1);
            if (missed != 0)
            {
                overrun = true;
                Interlocked.Add(ref _missed, missed);
            }

            _sequence = edge.Sequence;
            Queue(edge.Active, _time.Ticks(edge.Nanoseconds));
        }

        if (overrun)
        {
            Queue(_hold.Use(line => line.Read()), _time.Now);
        }
    }

    /// <summary>Changes alone are told: two like edges in a row are a pulse too short for the kernel to read.</summary>
    private void Queue(bool active, long timestamp)
    {
        if (active != _level && _edges.Writer.TryWrite(new DigitalEdge(active, timestamp)))
        {
            _level = active;
        }
    }
}
