using System.Text.Json.Serialization;

namespace Gateway.Edge.Perception.Faces.Evaluation;

/// <summary>Outcome of a face evaluation. Rates are 0..1, keyed by threshold.</summary>
/// <param name="Pairs">Pairs judged.</param>
/// <param name="Undetected">
/// Pictures without a usable face. Their pairs stay in: a genuine pair counts as missed and an impostor pair as refused, at every threshold, so
/// a picture that cannot be read lowers the score as it would disappoint a resident.
/// </param>
/// <param name="Eer">Equal error rate.</param>
/// <param name="Tpr">Genuine pairs accepted.</param>
/// <param name="Fpr">Impostor pairs accepted.</param>
/// <param name="MsPerFace">Mean processor milliseconds from pixels to embedding, decoding excluded.</param>
internal sealed record FaceReport(
    [property: JsonPropertyName("pairs")] int Pairs,
    [property: JsonPropertyName("undetected")] int Undetected,
    [property: JsonPropertyName("eer")] double Eer,
    [property: JsonPropertyName("tpr")] IReadOnlyDictionary<string, double> Tpr,
    [property: JsonPropertyName("fpr")] IReadOnlyDictionary<string, double> Fpr,
    [property: JsonPropertyName("ms_per_face")] double MsPerFace);
