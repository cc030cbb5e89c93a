using System.Threading.Channels;

namespace Gateway.Edge.Hosting;

/// <summary>Wakes one loop. Rung several times before anybody listens it wakes once. Safe for use by several threads.</summary>
internal abstract class Bell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something is to be done.</summary>
    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Completes once rung, or after a time.</summary>
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
            // Nobody rang; what waits for another try may be due all the same.
        }
    }
}
