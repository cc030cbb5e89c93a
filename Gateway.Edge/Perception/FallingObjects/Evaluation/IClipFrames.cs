namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>The frames of an opened clip, one after the other. Not thread-safe.</summary>
internal interface IClipFrames : IAsyncDisposable
{
    /// <summary>What the detector is told about them.</summary>
    FallView View { get; }

    /// <summary>Rows of the picture that the truth is told in; the view's may be fewer.</summary>
    int TruthHeight { get; }

    /// <summary>The current frame, valid until the next.</summary>
    ReadOnlyMemory<byte> Luma { get; }

    /// <summary>The stream's time of the current frame.</summary>
    TimeSpan Time { get; }

    /// <summary>Goes to the next frame; false after the last.</summary>
    /// <exception cref="InvalidDataException">The clip breaks off.</exception>
    ValueTask<bool> NextAsync(CancellationToken cancellationToken);
}
