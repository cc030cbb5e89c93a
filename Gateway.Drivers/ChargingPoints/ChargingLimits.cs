namespace Gateway.Drivers.ChargingPoints;

/// <summary>The safety limits of one shed.</summary>
public sealed record ChargingLimits
{
    /// <summary>An outlet below this power counts as off, 0.5..100 W. Default 5 W: what a meter shows of an idle cable.</summary>
    public double CutOffBelow { get; init; } = 5;

    /// <summary>How long a cut-off may take until the meter shows it, 0.5 s to 1 min. Default 3 s.</summary>
    public TimeSpan CutOffWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>More power than this is an overload, 50..7000 W. Default 1000 W: the strongest chargers for e-bikes draw about 800 W.</summary>
    public double Overload { get; init; } = 1000;

    /// <summary>How long an overload may last, for the rush of current at switching on, 0 s to 1 min. Default 3 s.</summary>
    public TimeSpan OverloadAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>An outlet as hot as this is cut off, 40..120 °C. Default 70 °C; it may be used again 10 °C below.</summary>
    public double MaxTemperature { get; init; } = 70;

    /// <summary>How often every meter is read, 0.2 s to 1 min. Default 1 s. During a cut-off meters are read four times a second.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(1);
}
