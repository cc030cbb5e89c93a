namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>From frames to what moves in them. Not thread-safe; allocates nothing per frame.</summary>
internal interface IMotionFinder
{
    /// <summary>Takes the next frame.</summary>
    /// <returns>
    /// Where something differs from the background, valid until the next call; empty while the background is being learned and in a
    /// frame that differs as a whole (a bump, a step of exposure), which <see cref="Disturbed"/> tells.
    /// </returns>
    ReadOnlySpan<Blob> Take(ReadOnlySpan<byte> luma);

    /// <summary>Whether the last frame differed as a whole, so that nothing can be said about it.</summary>
    bool Disturbed { get; }

    /// <summary>Forgets the background: the next frame is the first.</summary>
    void Reset();
}
