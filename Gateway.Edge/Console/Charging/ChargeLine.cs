using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Charging;

/// <summary>A past session in a list.</summary>
/// <param name="Id">The session.</param>
/// <param name="Where">Shed and outlet.</param>
/// <param name="Begun">When.</param>
/// <param name="Took">How long.</param>
/// <param name="WattHours">Energy, Wh.</param>
/// <param name="Reason">Why it ended.</param>
/// <param name="Tone">Of the reason.</param>
/// <param name="Icon">Of the reason.</param>
public sealed record ChargeLine(Guid Id, LocalizedText Where, DateTimeOffset Begun, TimeSpan Took, double WattHours, LocalizedText Reason, Tone Tone, string Icon);
