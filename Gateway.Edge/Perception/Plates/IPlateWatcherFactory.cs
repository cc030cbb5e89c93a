using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates;

/// <summary>Makes one watcher per plate camera. Safe for use by several threads.</summary>
internal interface IPlateWatcherFactory
{
    /// <summary>A watcher with tracks of its own; dispose it if it is <see cref="IDisposable"/>.</summary>
    /// <param name="region">Where vehicles of this lane can be, as shares of the picture 0..1; null for all of it.</param>
    /// <exception cref="Models.ModelFaultException">A plate model is missing or altered; names the file and the fix.</exception>
    IPlateWatcher Create(PixelBox? region);
}
