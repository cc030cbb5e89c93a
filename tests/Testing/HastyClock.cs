namespace EdgeGateway.Testing;

/// <summary>A clock whose timers, like the system's, count in whole milliseconds, and so fire a little before their time.</summary>
internal sealed class HastyClock(TimeProvider clock) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(clock.CreateTimer(callback, state, Early(dueTime), period));

    // Never at once: a fake clock's time does not pass meanwhile.
    private static TimeSpan Early(TimeSpan due) =>
        due <= TimeSpan.Zero ? due : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(due.TotalMilliseconds) - 1));

    private sealed class Timer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Early(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
