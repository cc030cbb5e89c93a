using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>A fall that waits until it is sure that no better track of the same thing is still being followed.</summary>
/// <param name="Fall">What will be told.</param>
/// <param name="Path">Its path.</param>
/// <param name="Since">The stream's time when it was found.</param>
internal sealed record Candidate(Fall Fall, FallPath Path, TimeSpan Since)
{
    /// <summary>When it was at rest, by its path.</summary>
    public TimeSpan Rest => Path.Start + TimeSpan.FromSeconds(Path.Solution.Fall.Rest);

    /// <summary>How much of it was seen, and how well.</summary>
    public double Worth => Fall.Score * Fall.Track.Count;
}
