using System.Threading.Channels;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>
/// One digital input as one consumer sees it, fed by the device's events. While the device is away the level is unknown: reading it is a
/// fault, and so is waiting for the next change, once for each loss. It lives as long as its bus, so that a consumer that opens it again
/// goes on where it was. Safe for several threads; edges have one reader.
/// </summary>
internal sealed class OnvifInput(InputLine line) : IDigitalInput
{
    private const int Capacity = 256;
    private readonly Lock _gate = new(); // guards _level and _fault
    private readonly Channel<(DigitalEdge Edge, string? Fault)> _edges =
        Channel.CreateBounded<(DigitalEdge, string?)>(new BoundedChannelOptions(Capacity));
    private bool? _level; // as the device told it last; null before it has
    private string? _fault = "nothing has been heard from it yet";

    /// <summary>The line as it was asked for.</summary>
    public InputLine Line => line;

    /// <inheritdoc/>
    public bool IsActive
    {
        get
        {
            lock (_gate)
            {
                return _fault is null && _level is { } level ? level != line.ActiveLow : throw Lost(_fault ?? "its level is unknown until it changes");
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken)
    {
        var (edge, fault) = await _edges.Reader.ReadAsync(cancellationToken);
        return fault is null ? edge : throw Lost(fault);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The device told the input's level. The first level after a start is an edge too where it is an active one.</summary>
    public void Tell(bool level, long timestamp)
    {
        lock (_gate)
        {
            var before = _level ?? line.ActiveLow;
            (_level, _fault) = (level, null);
            if (before != level && !_edges.Writer.TryWrite((new DigitalEdge(level != line.ActiveLow, timestamp), null)))
            {
                // Nobody takes the edges, or the device floods. None may be skipped in silence, so the line counts as lost instead.
                while (_edges.Reader.TryRead(out _))
                {
                }

                _edges.Writer.TryWrite((default, "its changes came faster than they were taken"));
            }
        }
    }

    /// <summary>The device went away, or has no such input.</summary>
    public void Lose(string why)
    {
        lock (_gate)
        {
            if (_fault is null)
            {
                _edges.Writer.TryWrite((default, why));
            }

            _fault = why;
        }
    }

    private DeviceFaultException Lost(string why) => new($"{line.Consumer}: the ONVIF input {line.Address} cannot be read: {why}.");
}
