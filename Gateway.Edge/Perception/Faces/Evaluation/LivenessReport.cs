using System.Text.Json.Serialization;

namespace Gateway.Edge.Perception.Faces.Evaluation;

/// <summary>Outcome of a liveness evaluation on single pictures, in the terms of ISO/IEC 30107-3; no claim of conformity is made.</summary>
/// <param name="Images">Pictures judged.</param>
/// <param name="Auc">Chance that a living face scores above an attack.</param>
/// <param name="Apcer">Attacks taken for alive at the configured threshold.</param>
/// <param name="Bpcer">Living faces rejected at it.</param>
/// <param name="Threshold">The configured threshold.</param>
/// <param name="Undetected">Pictures without a face; judged as a whole.</param>
internal sealed record LivenessReport(
    [property: JsonPropertyName("images")] int Images,
    [property: JsonPropertyName("auc")] double Auc,
    [property: JsonPropertyName("apcer")] double Apcer,
    [property: JsonPropertyName("bpcer")] double Bpcer,
    [property: JsonPropertyName("threshold")] double Threshold,
    [property: JsonPropertyName("undetected")] int Undetected);
