namespace Gateway.Drivers.Buses.Http;

/// <summary>A device refused the log-in, or log-ins are paused because it did. The message never holds the password.</summary>
internal sealed class LoginRefusedException : Exception
{
    public LoginRefusedException()
    {
    }

    public LoginRefusedException(string message)
        : base(message)
    {
    }

    public LoginRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
