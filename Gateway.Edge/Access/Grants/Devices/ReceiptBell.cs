using System.Threading.Channels;

namespace Gateway.Edge.Access.Grants.Devices;

/// <summary>Wakes whoever brings changes to devices. Rings while it is awake are one ring.</summary>
internal sealed class ReceiptBell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something has changed.</summary>
    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Ends with the next ring.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _rings.Reader.ReadAsync(cancellationToken);
}
