namespace Gateway.Edge.Journal;

/// <summary>The journal could not make a record durable, or could not be read. The message says why and what to do.</summary>
internal sealed class JournalUnavailableException : Exception
{
    public JournalUnavailableException()
    {
    }

    public JournalUnavailableException(string message)
        : base(message)
    {
    }

    public JournalUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
