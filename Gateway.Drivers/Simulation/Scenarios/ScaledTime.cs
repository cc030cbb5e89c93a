namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>Time that runs faster than the wall clock, from the moment it is made. Safe for several threads.</summary>
/// <param name="real">The time that it is made of.</param>
/// <param name="speed">How many times faster, at least 1.</param>
internal sealed class ScaledTime(TimeProvider real, double speed) : TimeProvider
{
    private readonly DateTimeOffset _start = real.GetUtcNow();
    private readonly long _origin = real.GetTimestamp();

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + (real.GetElapsedTime(_origin) * speed);

    /// <inheritdoc/>
    public override long GetTimestamp() => _origin + (long)((real.GetTimestamp() - _origin) * speed);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(real.CreateTimer(callback, state, Real(dueTime), Real(period)), this);

    // Rounded up: a timer must not fire before its time, nor with no pause at all.
    private TimeSpan Real(TimeSpan scaled) =>
        scaled <= TimeSpan.Zero ? scaled : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(scaled.TotalMilliseconds / speed)));

    private sealed class Timer(ITimer timer, ScaledTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Real(dueTime), time.Real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
