using System.Text.Json.Serialization;

namespace Gateway.Cloud.Contract;

/// <summary>One sentence in both languages of the product, so that gate, consoles and journal say the same.</summary>
/// <param name="Zh">Simplified Chinese, the default.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(
    [property: JsonPropertyName("zh")] string Zh,
    [property: JsonPropertyName("en")] string En)
{
    /// <summary>The sentence for a culture name such as <c>zh-CN</c> or <c>en</c>; Chinese unless English is asked for.</summary>
    public string For(string culture) =>
        culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;

    /// <inheritdoc/>
    public override string ToString() => En;
}
