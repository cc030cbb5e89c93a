using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Stands where this build reads no plates: every lane is the guard's, and says so.</summary>
internal sealed class NoPlateWatchers : IPlateWatcherFactory
{
    /// <inheritdoc/>
    public IPlateWatcher Create(PixelBox? region) => throw new ModelFaultException("This gateway was built without reading plates: install a full release.");
}
