using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Residents;

/// <summary>Words with a colour, which never stands without them.</summary>
/// <param name="Words">The words.</param>
/// <param name="Tone">The colour.</param>
/// <param name="Icon">The icon.</param>
public sealed record TonedWords(LocalizedText Words, Tone Tone, string Icon);
