using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Status;

/// <summary>One passage or stranger of the journal as the page shows it.</summary>
/// <param name="Sequence">Its journal sequence.</param>
/// <param name="Time">When.</param>
/// <param name="Gate">Where.</param>
/// <param name="Tone">Its colour.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Outcome">How it ended, in a word.</param>
/// <param name="Reason">Why, in the words that the gate showed.</param>
/// <param name="MaskedName">First character of a known person's name; null for strangers.</param>
public sealed record PassageLine(
    long Sequence, DateTimeOffset Time, LocalizedText Gate, Tone Tone, string Icon, LocalizedText Outcome, LocalizedText Reason, string? MaskedName);
