using System.Text.Json.Serialization;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>How a group of synthetic pictures was read.</summary>
/// <param name="Name">The condition or make; <c>all</c> for all.</param>
/// <param name="Images">Pictures.</param>
/// <param name="Exact">Read without a fault.</param>
/// <param name="Wrong">Read as another number.</param>
/// <param name="Certain">Of the wrong ones, how many with a confidence of at least <see cref="SyntheticEvaluation.Certain"/>.</param>
/// <param name="NoOutput">Not read.</param>
internal sealed record SyntheticScore(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("images")] int Images,
    [property: JsonPropertyName("exact")] int Exact,
    [property: JsonPropertyName("wrong")] int Wrong,
    [property: JsonPropertyName("wrong_certain")] int Certain,
    [property: JsonPropertyName("no_output")] int NoOutput);
