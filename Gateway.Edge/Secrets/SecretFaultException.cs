namespace Gateway.Edge.Secrets;

/// <summary>A key file that cannot be used, or a sealed box that does not open. The message names the file and the fix.</summary>
internal sealed class SecretFaultException : Exception
{
    public SecretFaultException()
    {
    }

    public SecretFaultException(string message)
        : base(message)
    {
    }

    public SecretFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
