using Gateway.Drivers.Devices;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>Who ordered something of a barrier, and why; goes on record with what follows from it.</summary>
/// <param name="Who">The source of the order without personal data, such as <c>plate</c>, <c>console:duty</c> or <c>station</c>.</param>
/// <param name="Why">The reason in words.</param>
public sealed record BarrierReason(string Who, Wording Why);
