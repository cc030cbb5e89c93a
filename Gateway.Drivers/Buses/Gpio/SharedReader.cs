using System.Threading.Channels;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>What one device has of a <see cref="SharedInput"/>: its own queue of edges. One reader at a time; everything else safe for several threads.</summary>
internal sealed class SharedReader(SharedInput shared, InputLine line, IDigitalInput source) : IDigitalInput
{
    private const int Capacity = 256;
    private readonly Channel<DigitalEdge> _edges = Channel.CreateBounded<DigitalEdge>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private volatile DeviceFaultException? _fault;

    /// <summary>The device.</summary>
    public string Consumer => line.Consumer;

    /// <inheritdoc/>
    public bool IsActive
    {
        get
        {
            Require();
            try
            {
                return source.IsActive;
            }
            catch (DeviceFaultException fault)
            {
                shared.Lose(source, fault);
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _edges.Reader.ReadAsync(cancellationToken);
        }
        catch (ChannelClosedException)
        {
            Require();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Fail(new DeviceFaultException($"{line.Consumer}: the line {line.Address} has been given back."));
        return shared.LeaveAsync(this);
    }

    /// <summary>Queues an edge; false when there is no room.</summary>
    public bool TryTell(DigitalEdge edge) => _edges.Writer.TryWrite(edge);

    /// <summary>Completes when there is room again, or no more edge will be taken.</summary>
    public Task RoomAsync(CancellationToken cancellationToken) => _edges.Writer.WaitToWriteAsync(cancellationToken).AsTask();

    /// <summary>Ends it, once the edges that wait have been taken; the first fault stands.</summary>
    public void Fail(DeviceFaultException fault)
    {
        Interlocked.CompareExchange(ref _fault, fault, null);
        _edges.Writer.TryComplete();
    }

    private void Require()
    {
        if (_fault is { } fault)
        {
            throw new DeviceFaultException(fault.Message, fault);
        }
    }
}
