using System.Text.Json.Serialization;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>One clip of an evaluation.</summary>
/// <param name="File">Its name.</param>
/// <param name="Falls">Falls in it.</param>
/// <param name="Found">Those that were found.</param>
/// <param name="FalseAlarms">As of <see cref="EvaluationReport"/>.</param>
/// <param name="Seconds">How long it lasts.</param>
/// <param name="Frames">How many it has.</param>
/// <param name="FramesPerSecond">Frames over the detector's own time; null without a frame.</param>
/// <param name="Fault">Why it could not be read; null where it was.</param>
/// <param name="Events">Each fall, and each thing told that is none.</param>
internal sealed record ClipReport(
    [property: JsonPropertyName("file")] string File,
    [property: JsonPropertyName("falls")] int Falls,
    [property: JsonPropertyName("found")] int Found,
    [property: JsonPropertyName("false_alarms")] int FalseAlarms,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("frames")] int Frames,
    [property: JsonPropertyName("fps")] double? FramesPerSecond,
    [property: JsonPropertyName("fault"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Fault,
    [property: JsonPropertyName("events")] IReadOnlyList<EventReport> Events)
{
    /// <summary>The line of a clip.</summary>
    public static ClipReport Of(ClipResult result) => new(
        result.Clip.Name,
        result.Falls,
        result.Found,
        result.FalseAlarms,
        Math.Round(result.Length.TotalSeconds, 3),
        result.Times.Count,
        Statistics.Share(result.Times.Count, result.Busy.TotalSeconds),
        result.Fault,
        [.. result.Outcomes.Select(outcome => EventReport.Of(result, outcome))]);
}
