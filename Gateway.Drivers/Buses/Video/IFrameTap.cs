namespace Gateway.Drivers.Buses.Video;

/// <summary>Lets somebody look at a camera beside its one reader, who misses nothing by it. Safe for several threads.</summary>
public interface IFrameTap
{
    /// <summary>A copy of the next frame that arrives; several who wait share one. Nothing is copied while nobody asks.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up: no frame came.</exception>
    Task<CameraSnapshot> SnapshotAsync(CancellationToken cancellationToken);
}
