using System.Threading.Channels;

namespace Gateway.Edge.Privacy.Erasure;

/// <summary>Wakes whoever carries erasures out. Rings while it is awake are one ring. Safe for use by several threads.</summary>
internal sealed class ErasureBell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something is to be done.</summary>
    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Ends with the next ring, or after a time.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await _rings.Reader.ReadAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody rang; a device may have confirmed meanwhile.
        }
    }
}
