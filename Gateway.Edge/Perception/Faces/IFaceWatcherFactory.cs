namespace Gateway.Edge.Perception.Faces;

/// <summary>Makes one watcher per gate. Safe for use by several threads.</summary>
internal interface IFaceWatcherFactory
{
    /// <summary>A watcher with tracks of its own; dispose it if it is <see cref="IDisposable"/>.</summary>
    /// <exception cref="Models.ModelFaultException">A face model is missing or altered; names the file and the fix.</exception>
    IFaceWatcher Create();
}
