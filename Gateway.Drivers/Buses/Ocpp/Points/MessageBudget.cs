namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>
/// How often a charger is listened to: a burst after it was cut off, then a steady rate. What comes faster waits in the network, where
/// the charger has to keep it. One user.
/// </summary>
internal sealed class MessageBudget(TimeProvider clock)
{
    /// <summary>Messages that may come at once.</summary>
    public const int Burst = 200;

    /// <summary>Messages a second after that.</summary>
    public const int PerSecond = 20;

    private double _left = Burst;
    private long _at = clock.GetTimestamp();

    /// <summary>Takes one message; returns how long to wait before it is handled.</summary>
    public TimeSpan Take()
    {
        var now = clock.GetTimestamp();
        _left = Math.Min(Burst, _left + (clock.GetElapsedTime(_at, now).TotalSeconds * PerSecond)) - 1;
        _at = now;
        return _left >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_left / PerSecond);
    }
}
