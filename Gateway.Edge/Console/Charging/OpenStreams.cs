namespace Gateway.Edge.Console.Charging;

/// <summary>Counts open live updates of sessions: so many of one session and so many in all, whoever holds a link. Safe for several threads.</summary>
internal sealed class OpenStreams
{
    private const int MostOfOne = 5;
    private const int MostOfAll = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, int> _open = []; // guarded by _gate

    /// <summary>Takes one; null where there are too many. Disposing gives it back.</summary>
    public IDisposable? Take(Guid session)
    {
        lock (_gate)
        {
            var own = _open.GetValueOrDefault(session);
            if (own >= MostOfOne || _open.Values.Sum() >= MostOfAll)
            {
                return null;
            }

            _open[session] = own + 1;
            return new Taken(this, session);
        }
    }

    private void GiveBack(Guid session)
    {
        lock (_gate)
        {
            var own = _open[session] - 1;
            if (own > 0)
            {
                _open[session] = own;
            }
            else
            {
                _open.Remove(session);
            }
        }
    }

    private sealed class Taken(OpenStreams streams, Guid session) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                streams.GiveBack(session);
            }
        }
    }
}
