namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>Times of one alarm streetlight.</summary>
public sealed record StreetlightSettings
{
    /// <summary>A press held for so long is a long one: the siren sounds as well. 1..30 s. Default 3 s.</summary>
    public TimeSpan LongPressAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>A button down for so long is stuck, not held. 10 s..10 min. Default 30 s.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Lamp and strobe go back to rest so long after the last press that nobody has acknowledged. 1 min..4 h. Default 30 min.</summary>
    public TimeSpan AlarmFor { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The lamp goes back to rest so long after the acknowledgement. 1 min..4 h. Default 10 min.</summary>
    public TimeSpan AcknowledgedFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Half a period of the lamp's blinking once an officer has acknowledged. 0.2..5 s. Default 1 s.</summary>
    public TimeSpan Blink { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Further presses during an alarm are told no oftener than this, so that a frightened hand floods nothing. Default 5 s.</summary>
    public TimeSpan TellAgainAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A button that nobody has tried for longer is to be tried. 1..400 days. Default 35 days.</summary>
    public TimeSpan TrialEvery { get; init; } = TimeSpan.FromDays(35);
}
