namespace Gateway.Edge.Journal;

/// <summary>The outcome of walking the chain.</summary>
/// <param name="Journal">Id of the journal.</param>
/// <param name="File">The record file.</param>
/// <param name="First">First kept sequence; 0 when there is none.</param>
/// <param name="Last">Last sequence; 0 when there is none.</param>
/// <param name="Records">Records read.</param>
/// <param name="Media">Media decrypted and compared with their names.</param>
/// <param name="ProblemCount">All problems found; the list holds the first of them.</param>
/// <param name="Problems">The first problems, by sequence.</param>
internal sealed record VerificationReport(
    Guid Journal,
    string File,
    long First,
    long Last,
    long Records,
    long Media,
    long ProblemCount,
    IReadOnlyList<VerificationProblem> Problems)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool Verified => ProblemCount == 0;

    /// <summary>The first bad sequence; null when nothing is wrong.</summary>
    public long? FirstBad => Problems.Count > 0 ? Problems[0].Sequence : null;
}
