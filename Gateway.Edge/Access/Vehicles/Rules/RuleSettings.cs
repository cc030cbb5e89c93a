namespace Gateway.Edge.Access.Vehicles.Rules;

/// <summary>What a site may choose about decisions.</summary>
/// <param name="Zone">The compound's time zone, in which weekly hours count.</param>
/// <param name="Capacity">Places in all; null where nobody counts them.</param>
/// <param name="VisitorCapacity">Places for vehicles that are no resident's; null likewise.</param>
/// <param name="SettleAtExit">A vehicle that has overstayed waits at the exit until that is settled.</param>
/// <param name="Grace">Time to leave once it is.</param>
internal sealed record RuleSettings(TimeZoneInfo Zone, int? Capacity, int? VisitorCapacity, bool SettleAtExit, TimeSpan Grace)
{
    /// <summary>The settings of a site.</summary>
    public static RuleSettings Of(VehicleOptions options) => new(
        TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone), options.Capacity, options.VisitorCapacity, options.SettleAtExit, options.Grace);
}
