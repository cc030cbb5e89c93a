namespace Gateway.Drivers.Devices;

/// <summary>Admits a burst and then a steady rate. Safe for several threads.</summary>
internal sealed class TokenBucket(int burst, double perSecond, TimeProvider clock)
{
    private readonly Lock _gate = new(); // guards everything below it
    private double _tokens = burst;
    private long _at = clock.GetTimestamp();

    /// <summary>Takes one token; false where there is none.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            _tokens = Math.Min(burst, _tokens + (clock.GetElapsedTime(_at, now).TotalSeconds * perSecond));
            _at = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
