namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>Between wall time and the monotonic time that the ring keeps.</summary>
internal static class ClockExtensions
{
    /// <summary>Now, monotonic: since the zero of <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public static TimeSpan Monotonic(this TimeProvider clock) => clock.GetElapsedTime(0);

    /// <summary>By the wall clock as it goes now.</summary>
    public static DateTimeOffset WallOf(this TimeProvider clock, TimeSpan monotonic) => clock.GetUtcNow() - (clock.Monotonic() - monotonic);

    /// <summary>By the wall clock as it goes now.</summary>
    public static TimeSpan MonotonicOf(this TimeProvider clock, DateTimeOffset wall) => clock.Monotonic() - (clock.GetUtcNow() - wall);
}
