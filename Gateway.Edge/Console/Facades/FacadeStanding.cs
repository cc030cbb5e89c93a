using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Facades;

/// <summary>How a camera stands while it is calibrated.</summary>
/// <param name="Line">Its state; null after it was taken out of the hardware file.</param>
/// <param name="InForce">Whether the section in the file is the one that the gateway uses; null where the file cannot be read.</param>
public sealed record FacadeStanding(DeviceLine? Line, bool? InForce);
