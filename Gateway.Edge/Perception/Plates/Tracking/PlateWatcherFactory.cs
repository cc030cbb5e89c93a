using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Tracking;

/// <inheritdoc/>
/// <param name="makeReader">Makes a reader of its own for each watcher.</param>
/// <param name="time">Measures how long computing takes.</param>
internal sealed class PlateWatcherFactory(Func<IPlateReader> makeReader, TimeProvider time) : IPlateWatcherFactory
{
    private static readonly PlateTrackingSettings Settings = new();

    /// <inheritdoc/>
    public IPlateWatcher Create(PixelBox? region) => new PlateWatcher(makeReader(), region, Settings, time);
}
