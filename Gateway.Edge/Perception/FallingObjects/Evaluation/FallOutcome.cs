namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>What came of one fall, or of one thing told.</summary>
/// <param name="Verdict">What came of it.</param>
/// <param name="Truth">The fall, or the mirror image that was told; null where nothing falls.</param>
/// <param name="Told">What was told; null for a miss.</param>
internal sealed record FallOutcome(FallVerdict Verdict, TrueFall? Truth, ToldFall? Told)
{
    /// <summary>Whether somebody was alarmed for nothing.</summary>
    public bool IsFalseAlarm => Verdict is FallVerdict.FalseAlarm or FallVerdict.Double;
}
