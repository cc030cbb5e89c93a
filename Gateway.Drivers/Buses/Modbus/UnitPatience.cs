namespace Gateway.Drivers.Buses.Modbus;

/// <summary>
/// How long a unit that does not answer is left alone: not at all after one silence, then 1 s, doubling up to 30 s, so that a dead unit costs
/// the bus little. Times are offsets on one monotonic scale. Not thread-safe.
/// </summary>
internal sealed class UnitPatience
{
    private const int Forgiven = 1;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Commands in a row that found no answer.</summary>
    public int Silences { get; private set; }

    /// <summary>Until when the unit is not asked.</summary>
    public TimeSpan QuietUntil { get; private set; } = TimeSpan.MinValue;

    /// <summary>Whether the unit is known to be silent: it gets one try, not several.</summary>
    public bool IsSilent => Silences > Forgiven;

    public void Answered() => (Silences, QuietUntil) = (0, TimeSpan.MinValue);

    public void Silent(TimeSpan now)
    {
        Silences++;
        if (IsSilent)
        {
            var pause = First * Math.Pow(2, Math.Min(Silences - Forgiven - 1, 10));
            QuietUntil = now + (pause < Longest ? pause : Longest);
        }
    }
}
