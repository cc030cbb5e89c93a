namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>What came of one clip.</summary>
/// <param name="Clip">The clip.</param>
/// <param name="View">What the detector was told; null where the clip could not be opened.</param>
/// <param name="Outcomes">Of its falls and of what was told, in order.</param>
/// <param name="Times">The stream's time of every frame.</param>
/// <param name="Busy">How long the detector took for all frames.</param>
/// <param name="Fault">Why it could not be read, or not to its end; null where it was.</param>
internal sealed record ClipResult(
    IEvaluationClip Clip, FallView? View, IReadOnlyList<FallOutcome> Outcomes, IReadOnlyList<TimeSpan> Times, TimeSpan Busy, string? Fault)
{
    public int Falls => Outcomes.Count(outcome => outcome.Verdict is FallVerdict.Hit or FallVerdict.Miss);

    public int Found => Outcomes.Count(outcome => outcome.Verdict == FallVerdict.Hit);

    public int FalseAlarms => Outcomes.Count(outcome => outcome.IsFalseAlarm);

    /// <summary>How long it lasts, the last frame included.</summary>
    public TimeSpan Length => Times.Count < 2 ? TimeSpan.Zero : (Times[^1] - Times[0]) * Times.Count / (Times.Count - 1);

    /// <summary>From the end of a fall that was found until it was told, in the stream's time; negative where it was told before its end.</summary>
    public TimeSpan LatencyOf(FallOutcome hit) => hit.Told!.ToldTime - Times[Math.Min(hit.Truth!.Last, Times.Count - 1)];
}
