namespace Gateway.Drivers.Buses.Video;

/// <summary>A live picture source. Holds only the newest frame: a slow reader loses older ones, which are counted.</summary>
public interface IVideoSource
{
    /// <summary>Waits for a frame newer than the last one read. One reader at a time.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    ValueTask<VideoFrame> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Frames that arrived and that nobody read in time.</summary>
    long Dropped { get; }
}
