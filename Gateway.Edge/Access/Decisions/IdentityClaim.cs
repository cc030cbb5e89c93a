using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Decisions;

/// <summary>Somebody at a gate showed something: a face, later a pass or a card. Carries no pixels.</summary>
/// <param name="Method"><c>face</c>, <c>qr</c> or <c>card</c>.</param>
/// <param name="Kind">How far the claim carries.</param>
/// <param name="Subject">The recognised subject; set when <see cref="ClaimKind.Recognised"/>.</param>
/// <param name="Score">Similarity of a face, -1..1; null for other methods.</param>
/// <param name="Visit">Distinguishes one stay before the camera from the next.</param>
/// <param name="Hint">What would help, when the claim was unclear.</param>
/// <param name="At">When the claim was settled.</param>
internal sealed record IdentityClaim(
    string Method,
    ClaimKind Kind,
    Guid? Subject,
    double? Score,
    long Visit,
    LocalizedText? Hint,
    DateTimeOffset At)
{
    /// <summary>The method of a face.</summary>
    public const string Face = "face";
}
