namespace Gateway.Edge.Perception.Models;

/// <summary>A model is missing, altered or of another shape. The message names the file and the fix.</summary>
internal sealed class ModelFaultException : Exception
{
    public ModelFaultException()
    {
    }

    public ModelFaultException(string message)
        : base(message)
    {
    }

    public ModelFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
