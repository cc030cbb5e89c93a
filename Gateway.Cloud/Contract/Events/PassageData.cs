namespace Gateway.Cloud.Contract.Events;

/// <summary>Data of a <see cref="EventKind.Passage"/> event. Holds no face: residents' faces never leave the compound.</summary>
/// <param name="Gate">Device id of the gate.</param>
/// <param name="GateName">The gate's name in both languages.</param>
/// <param name="Outcome">How the attempt ended.</param>
/// <param name="Reason">The reason in words, as the gate showed it.</param>
/// <param name="Method">What was shown to the gate: <c>face</c>, <c>qr</c>, <c>card</c>, <c>pin</c>.</param>
/// <param name="Person">The compound's own opaque id of a known person; null for strangers.</param>
/// <param name="MaskedName">First character of a known person's name, the rest masked; null for strangers.</param>
/// <param name="Score">Cosine similarity of the match, -1..1; null when nothing matched.</param>
/// <param name="DecisionMilliseconds">From the first usable frame to the decision.</param>
/// <param name="Tag">What a temporary worker does; null for everybody else.</param>
/// <param name="Grant">The compound's own opaque id of the grant that was decided on; null for everybody else.</param>
public sealed record PassageData(
    string Gate,
    LocalizedText GateName,
    PassageOutcome Outcome,
    LocalizedText Reason,
    string Method,
    string? Person,
    string? MaskedName,
    double? Score,
    double DecisionMilliseconds,
    LocalizedText? Tag = null,
    string? Grant = null);
