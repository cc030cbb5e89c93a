using System.Text.Json.Serialization;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>Outcome of an evaluation. Shares are 0..1; null where there is nothing to take a share of.</summary>
/// <param name="Clips">Clips evaluated, the unreadable ones included.</param>
/// <param name="Falls">Falls in them; mirror images are none.</param>
/// <param name="Found">Falls that were found.</param>
/// <param name="FalseAlarms">Told where nothing falls, told twice, or told of a mirror image besides its fall.</param>
/// <param name="Hours">Length of all clips, as far as they could be read.</param>
/// <param name="Recall">Share of the falls that were found.</param>
/// <param name="Precision">Share of what was told that is a fall.</param>
/// <param name="FalseAlarmsPerHour">By the length of the clips.</param>
/// <param name="Doubles">Those of the false alarms that tell a fall once more.</param>
/// <param name="MirrorOnly">Mirror images told whose fall was not found; neither finds nor false alarms.</param>
/// <param name="Floors">Falls found whose floor is known and was told.</param>
/// <param name="FloorExact">Share of these with the very floor.</param>
/// <param name="FloorWithinOne">Share of these with that floor or one next to it.</param>
/// <param name="FloorError">Mean number of floors that these are off.</param>
/// <param name="LatencyP50">Median time from the end of a fall until it was told, in the stream's time, ms.</param>
/// <param name="LatencyP95">The same at 95 %.</param>
/// <param name="Late">Falls found that were told more than 2 s after their end.</param>
/// <param name="Frames">Frames evaluated.</param>
/// <param name="FramesPerSecond">Frames over the detector's own time, one thread each.</param>
/// <param name="TimesRealTime">Length of the clips over the detector's own time.</param>
/// <param name="Unreadable">What could not be read, or not to its end, and why.</param>
/// <param name="PerClip">One line a clip.</param>
/// <param name="Groups">By kinds of clips and falls.</param>
internal sealed record EvaluationReport(
    [property: JsonPropertyName("clips")] int Clips,
    [property: JsonPropertyName("falls")] int Falls,
    [property: JsonPropertyName("found")] int Found,
    [property: JsonPropertyName("false_alarms")] int FalseAlarms,
    [property: JsonPropertyName("hours")] double Hours,
    [property: JsonPropertyName("recall")] double? Recall,
    [property: JsonPropertyName("precision")] double? Precision,
    [property: JsonPropertyName("false_alarms_per_hour")] double? FalseAlarmsPerHour,
    [property: JsonPropertyName("doubles")] int Doubles,
    [property: JsonPropertyName("mirror_only")] int MirrorOnly,
    [property: JsonPropertyName("floors")] int Floors,
    [property: JsonPropertyName("floor_exact")] double? FloorExact,
    [property: JsonPropertyName("floor_within_one")] double? FloorWithinOne,
    [property: JsonPropertyName("floor_error")] double? FloorError,
    [property: JsonPropertyName("latency_ms_p50")] double? LatencyP50,
    [property: JsonPropertyName("latency_ms_p95")] double? LatencyP95,
    [property: JsonPropertyName("late")] int Late,
    [property: JsonPropertyName("frames")] long Frames,
    [property: JsonPropertyName("fps")] double? FramesPerSecond,
    [property: JsonPropertyName("times_real_time")] double? TimesRealTime,
    [property: JsonPropertyName("unreadable")] IReadOnlyList<string> Unreadable,
    [property: JsonPropertyName("per_clip")] IReadOnlyList<ClipReport> PerClip,
    [property: JsonPropertyName("groups")] IReadOnlyList<GroupReport> Groups);
