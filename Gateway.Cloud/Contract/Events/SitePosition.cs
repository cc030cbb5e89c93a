namespace Gateway.Cloud.Contract.Events;

/// <summary>A place on the compound's own plan, in metres from its origin.</summary>
/// <param name="East">Metres to the east.</param>
/// <param name="North">Metres to the north.</param>
public readonly record struct SitePosition(double East, double North);
