using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Status;

/// <summary>Tells when faces cannot be recognised.</summary>
internal static class ModelAttention
{
    public static IEnumerable<AttentionItem> Of(IReadOnlyList<string> unusable) => unusable.Count == 0
        ? []
        : [new(Tone.Emergency, "eye", StatusTexts.ModelsTitle, StatusTexts.ModelsHint(string.Join(", ", unusable)))];
}
