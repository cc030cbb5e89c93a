namespace Gateway.Edge.Perception.Faces;

/// <summary>Makes watchers, one per gate. Safe for use by several threads.</summary>
internal interface IFaceWatcherFactory
{
    /// <summary>A watcher that shares models and gallery with the others and remembers its own camera's faces.</summary>
    IFaceWatcher Create();
}
