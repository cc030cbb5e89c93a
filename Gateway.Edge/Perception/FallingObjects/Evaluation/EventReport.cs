using System.Text.Json.Serialization;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>One fall of a clip, or one thing told that is none. Frames are counted from 0; members that do not apply are left out.</summary>
/// <param name="Verdict">hit, miss, false_alarm, double or mirror_only.</param>
/// <param name="Object">Which object of the annotations.</param>
/// <param name="From">The first frame of the told track; for a miss of the object.</param>
/// <param name="To">The last one.</param>
/// <param name="Told">The frame after which it was told.</param>
/// <param name="Latency">From the end of the fall until it was told, in the stream's time, ms.</param>
/// <param name="Score">How much speaks for a fall.</param>
/// <param name="Floor">The floor that was told.</param>
/// <param name="TrueFloor">The floor that is true.</param>
internal sealed record EventReport(
    [property: JsonPropertyName("verdict")] string Verdict,
    [property: JsonPropertyName("object"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Object,
    [property: JsonPropertyName("from")] int From,
    [property: JsonPropertyName("to")] int To,
    [property: JsonPropertyName("told"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Told,
    [property: JsonPropertyName("latency_ms"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Latency,
    [property: JsonPropertyName("score"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Score,
    [property: JsonPropertyName("floor"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Floor,
    [property: JsonPropertyName("true_floor"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? TrueFloor)
{
    /// <summary>The line of an outcome.</summary>
    public static EventReport Of(ClipResult result, FallOutcome outcome) => new(
        NameOf(outcome.Verdict),
        outcome.Truth?.Name,
        outcome.Told?.Frames[0] ?? outcome.Truth!.First,
        outcome.Told?.Frames[^1] ?? outcome.Truth!.Last,
        outcome.Told?.ToldFrame,
        outcome.Verdict == FallVerdict.Hit ? Math.Round(result.LatencyOf(outcome).TotalMilliseconds) : null,
        outcome.Told is { } told ? Math.Round(told.Fall.Score, 3) : null,
        outcome.Told?.Fall.Origin?.Floor,
        outcome.Truth?.Floor);

    /// <summary>The verdict as the report writes it.</summary>
    public static string NameOf(FallVerdict verdict) => verdict switch
    {
        FallVerdict.Hit => "hit",
        FallVerdict.Miss => "miss",
        FallVerdict.FalseAlarm => "false_alarm",
        FallVerdict.Double => "double",
        _ => "mirror_only",
    };
}
