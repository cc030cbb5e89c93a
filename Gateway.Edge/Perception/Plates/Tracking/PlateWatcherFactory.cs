using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Tracking;

/// <inheritdoc/>
internal sealed class PlateWatcherFactory(IPlateReaderFactory readers, TimeProvider time) : IPlateWatcherFactory
{
    private static readonly PlateTrackingSettings Settings = new();

    private readonly TrackNumbers _numbers = new();

    /// <inheritdoc/>
    public IPlateWatcher Create(PixelBox? region) => new PlateWatcher(readers.Create(), region, Settings, _numbers, time);
}
