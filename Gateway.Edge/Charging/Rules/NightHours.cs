namespace Gateway.Edge.Charging.Rules;

/// <summary>When it is night in the compound, by its wall clock: a jump of the clock or of the summer time moves it along.</summary>
/// <param name="Policy">What is not done then.</param>
/// <param name="From">Begin, local time; belongs to the night.</param>
/// <param name="Until">End, local time; does not belong to it. Before <paramref name="From"/> where the night spans midnight.</param>
/// <param name="Zone">The compound's.</param>
internal sealed record NightHours(NightPolicy Policy, TimeOnly From, TimeOnly Until, TimeZoneInfo Zone)
{
    public static NightHours Of(NightPolicy policy, TimeOnly from, TimeOnly until, TimeZoneInfo zone) => new(policy, from, until, zone);

    /// <summary>True when nothing may be started at that instant.</summary>
    public bool ForbidsStart(DateTimeOffset at) => Policy != NightPolicy.None && Contains(at);

    /// <summary>True when nothing may charge at that instant.</summary>
    public bool ForbidsCharging(DateTimeOffset at) => Policy == NightPolicy.NoCharging && Contains(at);

    // IsBetween takes a begin after the end for a span past midnight.
    private bool Contains(DateTimeOffset at) => TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(at, Zone).TimeOfDay).IsBetween(From, Until);
}
