namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>Finds what falls in one camera's grey frames. Not thread-safe; allocates nothing per frame once it is warm, but for a found fall.</summary>
internal interface IFallDetector
{
    /// <summary>Whether nothing could be said about the last frame because it differed as a whole: shake, heavy rain, a covered lens.</summary>
    bool Blind { get; }

    /// <summary>Takes the next frame.</summary>
    /// <param name="luma">Width x height bytes of the view.</param>
    /// <param name="time">The stream's time; a frame that is not later than the one before is a duplicate and is passed over.</param>
    /// <returns>The falls that are over by now, each told once; usually none.</returns>
    IReadOnlyList<Fall> Take(ReadOnlySpan<byte> luma, TimeSpan time);

    /// <summary>The stream has ended or broken: tells what was still falling, and begins anew.</summary>
    IReadOnlyList<Fall> Finish();
}
