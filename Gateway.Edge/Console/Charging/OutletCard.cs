using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Charging;

/// <summary>An outlet as the console shows it.</summary>
/// <param name="Id">As printed on it.</param>
/// <param name="State">In a word or two.</param>
/// <param name="Tone">Of the state.</param>
/// <param name="Icon">Of the state.</param>
/// <param name="Reason">Why it is not to be used, or how far the session has come; null where the state says it all.</param>
/// <param name="Watts">Power, W; null while the meter is silent.</param>
/// <param name="Session">The session there; null for none.</param>
/// <param name="WattHours">The session's energy, Wh; null for none.</param>
/// <param name="Begun">The session's begin; null for none.</param>
public sealed record OutletCard(
    string Id, LocalizedText State, Tone Tone, string Icon, LocalizedText? Reason, double? Watts, Guid? Session, double? WattHours, DateTimeOffset? Begun);
