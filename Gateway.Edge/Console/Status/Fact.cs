using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Status;

/// <summary>One line of a card.</summary>
/// <param name="Name">What is told.</param>
/// <param name="Value">The value in words; null where <paramref name="At"/> says it.</param>
/// <param name="Tone">Grey unless it matters.</param>
/// <param name="At">An instant, shown with its age.</param>
/// <param name="Icon">Set where the tone is not grey, so that colour is never alone.</param>
public sealed record Fact(LocalizedText Name, LocalizedText? Value, Tone Tone = Tone.Unknown, DateTimeOffset? At = null, string? Icon = null);
