using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Charging;

/// <summary>A battery that should be looked at, in a list.</summary>
/// <param name="Session">The session in which it was found.</param>
/// <param name="Where">Shed and outlet.</param>
/// <param name="Words">What was found.</param>
/// <param name="At">When.</param>
public sealed record FindingLine(Guid Session, LocalizedText Where, LocalizedText Words, DateTimeOffset At);
