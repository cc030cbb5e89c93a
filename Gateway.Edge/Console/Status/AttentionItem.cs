using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Status;

/// <summary>Something that a person should look after.</summary>
/// <param name="Tone">How urgent.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Title">What is the matter.</param>
/// <param name="Detail">What still works, and what to do.</param>
public sealed record AttentionItem(Tone Tone, string Icon, LocalizedText Title, LocalizedText Detail);
