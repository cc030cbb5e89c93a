namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>The time that a clip is to show.</summary>
/// <param name="Instant">What it is about, wall time; an instant yet to come counts as now.</param>
/// <param name="Before">So much of what went before, 0..5 min.</param>
/// <param name="After">So much of what follows, 0..5 min.</param>
public readonly record struct ClipSpan(DateTimeOffset Instant, TimeSpan Before, TimeSpan After)
{
    /// <summary>Most that <see cref="Before"/> and <see cref="After"/> may be.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Ten seconds on either side.</summary>
    public static ClipSpan Around(DateTimeOffset instant) => new(instant, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
}
