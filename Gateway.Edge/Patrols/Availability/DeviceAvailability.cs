namespace Gateway.Edge.Patrols.Availability;

/// <summary>A device's availability over three spans.</summary>
/// <param name="Day">The present hour and the 23 before it.</param>
/// <param name="Week">Today and the six days before.</param>
/// <param name="Month">Today and the 29 days before.</param>
public sealed record DeviceAvailability(AvailabilityShare Day, AvailabilityShare Week, AvailabilityShare Month)
{
    /// <summary>Nothing was observed.</summary>
    public static DeviceAvailability None { get; } = new(AvailabilityShare.None, AvailabilityShare.None, AvailabilityShare.None);
}
