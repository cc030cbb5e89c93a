using Gateway.Cloud.Contract;

namespace Gateway.Edge.Plans;

/// <summary>Where a device stands on a plan.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Plan">The plan: a device stands on one at most.</param>
/// <param name="X">Fraction of the picture's width from its left edge, 0 to 1.</param>
/// <param name="Y">Fraction of its height from its upper edge, 0 to 1.</param>
/// <param name="Name">What people called the device when it was placed: what is left of it once it has gone.</param>
public sealed record PlanPlace(string Device, Guid Plan, double X, double Y, LocalizedText Name);
