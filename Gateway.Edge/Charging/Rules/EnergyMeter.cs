namespace Gateway.Edge.Charging.Rules;

/// <summary>
/// The energy of one session: the meter's counter where it has one that can be believed, otherwise power by time. A counter that was reset or
/// leaps is believed again from there. Not thread-safe.
/// </summary>
internal sealed class EnergyMeter
{
    /// <summary>More than this cannot come through an outlet, W: a counter that says so has leapt.</summary>
    private const double Impossible = 10_000;

    /// <summary>Counters of some meters move in steps of this size, Wh.</summary>
    private const double Step = 100;

    /// <summary>Between readings farther apart nobody knows what flowed.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    private TimeSpan? _at;
    private double _watts;
    private double? _counter;

    /// <summary>So far, Wh.</summary>
    public double WattHours { get; private set; }

    /// <summary>Takes a reading; power is finite.</summary>
    public void Add(TimeSpan at, double watts, double? counter)
    {
        var passed = at - (_at ?? at);
        var by = (passed < s_longest ? passed : s_longest).TotalHours * _watts;
        if (counter is { } now && double.IsFinite(now))
        {
            var counted = now - (_counter ?? now);
            by = _counter is null ? by : counted >= 0 && counted <= (Impossible * passed.TotalHours) + Step ? counted : by;
            _counter = now;
        }

        WattHours += Math.Max(0, by);
        (_at, _watts) = (at, watts);
    }
}
