namespace Gateway.Edge.Privacy.Assessments;

/// <summary>One version of the impact assessment. Never changed once saved.</summary>
/// <param name="Version">From 1.</param>
/// <param name="At">When it was saved.</param>
/// <param name="By">By whom.</param>
/// <param name="Answers">The answers.</param>
internal sealed record Assessment(long Version, DateTimeOffset At, string By, AssessmentForm Answers);
