using Gateway.Cloud.Contract;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>What became of a start; exactly one is set.</summary>
/// <param name="Link">The key of the session's address.</param>
/// <param name="Refusal">Why nothing was switched on.</param>
internal sealed record StartAnswer(string? Link, LocalizedText? Refusal)
{
    public static StartAnswer Refused(LocalizedText why) => new(null, why);
}
