namespace Gateway.Drivers.Buses.Video;

/// <summary>Where a camera's frames go, and what FFmpeg is told so that they can. Outlives the FFmpeg children, which follow one another.</summary>
internal interface IFrameSink
{
    /// <summary>What the next child is told of its standard output: from the filter to the output's name.</summary>
    IReadOnlyList<string> Output { get; }

    /// <summary>Frames that nobody read in time.</summary>
    long Dropped { get; }

    /// <summary>How the camera fares while its frames come; null where nothing can be said but that they come. Asked from any thread.</summary>
    VideoStatus? Measured { get; }

    /// <summary>A child has started: reads its standard output.</summary>
    IFrameReader Begin(Stream pipe);
}
