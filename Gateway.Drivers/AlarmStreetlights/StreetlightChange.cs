namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>A change with its time on the machine's scale.</summary>
/// <param name="Event">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Press">The alarm that it belongs to; null for none.</param>
internal sealed record StreetlightChange(StreetlightEvent Event, TimeSpan At, Press? Press);
