namespace Gateway.Edge.Commands;

/// <summary>A verb cannot do its work. The message is for the person at the terminal: what is wrong and what to do.</summary>
internal sealed class CommandFaultException : Exception
{
    public CommandFaultException()
    {
    }

    public CommandFaultException(string message)
        : base(message)
    {
    }

    public CommandFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
