using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Residents;

/// <summary>What is stored of a resident's face, on the resident's page.</summary>
/// <param name="State">Whether gates know it.</param>
/// <param name="Stored">What is stored.</param>
/// <param name="Consent">Who consented and who withdrew it; empty where nobody ever did.</param>
/// <param name="HasFace">A consent stands.</param>
public sealed record FaceState(TonedWords State, IReadOnlyList<LocalizedText> Stored, IReadOnlyList<LocalizedText> Consent, bool HasFace);
