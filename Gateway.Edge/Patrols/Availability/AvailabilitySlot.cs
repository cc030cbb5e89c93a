namespace Gateway.Edge.Patrols.Availability;

/// <summary>What was observed of one device within one hour of the compound's clock; adds up.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Day">Local day.</param>
/// <param name="Hour">Local hour, 0 to 23.</param>
/// <param name="Observed">Seconds in which the gateway ran.</param>
/// <param name="Working">Seconds of these in which the device worked, in full or in part.</param>
/// <param name="Drops">Times it stopped working.</param>
internal sealed record AvailabilitySlot(string Device, DateOnly Day, int Hour, double Observed, double Working, int Drops);
