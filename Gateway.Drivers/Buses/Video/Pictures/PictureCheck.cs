namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>The outcome of looking at a camera's picture.</summary>
/// <param name="Findings">What is wrong, gravest first; empty when nothing is.</param>
/// <param name="HasReference">Whether there was a reference picture to compare with.</param>
public sealed record PictureCheck(IReadOnlyList<PictureFinding> Findings, bool HasReference)
{
    /// <summary>Nothing is wrong.</summary>
    public bool IsGood => Findings.Count == 0;
}
