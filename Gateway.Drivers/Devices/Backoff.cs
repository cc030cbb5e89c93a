namespace Gateway.Drivers.Devices;

/// <summary>Exponential pauses with jitter: each is between half and all of a bound that doubles up to a limit. Not thread-safe.</summary>
internal sealed class Backoff(TimeSpan from, TimeSpan upTo, Random random)
{
    private int _attempts;

    /// <summary>The pause before the next attempt.</summary>
    public TimeSpan Next()
    {
        var bound = Math.Min(upTo.TotalSeconds, from.TotalSeconds * Math.Pow(2, Math.Min(_attempts++, 30)));
        return TimeSpan.FromSeconds(bound * (0.5 + (random.NextDouble() / 2)));
    }

    /// <summary>Something worked: begin again with the shortest pause.</summary>
    public void Reset() => _attempts = 0;
}
