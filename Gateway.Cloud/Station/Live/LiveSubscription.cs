using System.Threading.Channels;

namespace Gateway.Cloud.Station.Live;

/// <summary>One page's ear on <see cref="LiveSignal"/>. Owned by that page's connection.</summary>
internal sealed class LiveSubscription(ChannelReader<bool> signals, Action end) : IDisposable
{
    /// <summary>Completes with true at the next signal, or with false when <paramref name="patience"/> runs out first.</summary>
    public async Task<bool> WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        if (signals.TryRead(out _))
        {
            return true;
        }

        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await signals.ReadAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => end();
}
