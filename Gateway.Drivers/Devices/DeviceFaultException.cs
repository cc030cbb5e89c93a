namespace Gateway.Drivers.Devices;

/// <summary>A device did not do what it was told. The message, for logs, says which, what and the likely fix.</summary>
public sealed class DeviceFaultException : Exception
{
    public DeviceFaultException()
    {
    }

    public DeviceFaultException(string message)
        : base(message)
    {
    }

    public DeviceFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A fault that people are told of in their own language.</summary>
    public DeviceFaultException(string message, Wording words)
        : base(message) => Words = words;

    /// <summary>The same in words for people; null where only the message tells it.</summary>
    public Wording? Words { get; }
}
