using System.Text.Json.Serialization;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>How the synthetic sets were read.</summary>
/// <param name="Crops">Plates cut out, by condition; the last row is all of them.</param>
/// <param name="Pictures">Whole pictures, by condition; the last row is all of them.</param>
/// <param name="Kinds">Both, by make.</param>
internal sealed record SyntheticReport(
    [property: JsonPropertyName("crops")] IReadOnlyList<SyntheticScore> Crops,
    [property: JsonPropertyName("pictures")] IReadOnlyList<SyntheticScore> Pictures,
    [property: JsonPropertyName("kinds")] IReadOnlyList<SyntheticScore> Kinds);
