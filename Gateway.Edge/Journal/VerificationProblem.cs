namespace Gateway.Edge.Journal;

/// <summary>One thing wrong with the journal.</summary>
/// <param name="Sequence">The record it concerns.</param>
/// <param name="What">What is wrong, in words.</param>
internal sealed record VerificationProblem(long Sequence, string What);
