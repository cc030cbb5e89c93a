namespace Gateway.Edge.Perception.Plates;

/// <summary>Makes one reader per camera. Safe for use by several threads.</summary>
internal interface IPlateReaderFactory
{
    /// <summary>A reader with buffers of its own; dispose it if it is <see cref="IDisposable"/>.</summary>
    /// <exception cref="Models.ModelFaultException">A plate model is missing or altered; names the file and the fix.</exception>
    IPlateReader Create();
}
