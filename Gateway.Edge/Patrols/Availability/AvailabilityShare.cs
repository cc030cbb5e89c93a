namespace Gateway.Edge.Patrols.Availability;

/// <summary>How much of a span of time a device worked.</summary>
/// <param name="Observed">Time in which the gateway ran; the rest of the span is not known.</param>
/// <param name="Working">Time of this in which the device worked.</param>
/// <param name="Drops">Times it stopped working.</param>
public sealed record AvailabilityShare(TimeSpan Observed, TimeSpan Working, int Drops)
{
    /// <summary>Nothing was observed.</summary>
    public static AvailabilityShare None { get; } = new(TimeSpan.Zero, TimeSpan.Zero, 0);

    /// <summary>Share of the observed time, 0 to 1; null when nothing was observed.</summary>
    public double? Share => Observed > TimeSpan.Zero ? Math.Clamp(Working / Observed, 0, 1) : null;
}
