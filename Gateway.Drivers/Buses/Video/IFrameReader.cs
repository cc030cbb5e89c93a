namespace Gateway.Drivers.Buses.Video;

/// <summary>Reads one child's frames, on one thread, which it may block.</summary>
internal interface IFrameReader
{
    /// <summary>Bytes of a last, unfinished frame.</summary>
    int PartialBytes { get; }

    /// <summary>Why reading ended, where it was not the child that ended it; else null.</summary>
    VideoStatus? Refusal { get; }

    /// <summary>Reads the next frame and hands it on; false when there is none any more.</summary>
    /// <exception cref="InvalidDataException">The child writes something else than it was told.</exception>
    bool Next();
}
