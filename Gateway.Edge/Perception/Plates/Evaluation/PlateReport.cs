using System.Text.Json.Serialization;

namespace Gateway.Edge.Perception.Plates.Evaluation;

/// <summary>Outcome of an evaluation of plate reading.</summary>
/// <param name="Images">Pictures read.</param>
/// <param name="Exact">Share of pictures, 0..1, whose most prominent plate was read without a fault.</param>
/// <param name="NoOutput">Pictures in which no plate was read.</param>
/// <param name="MsPerImage">Mean processor milliseconds from pixels to number, decoding of the file excluded.</param>
/// <param name="Confusions">Characters taken for others, most frequent first.</param>
internal sealed record PlateReport(
    [property: JsonPropertyName("images")] int Images,
    [property: JsonPropertyName("exact")] double Exact,
    [property: JsonPropertyName("no_output")] int NoOutput,
    [property: JsonPropertyName("ms_per_image")] double MsPerImage,
    [property: JsonPropertyName("confusions")] IReadOnlyList<PlateConfusion> Confusions);
