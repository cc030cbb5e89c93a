namespace Gateway.Drivers.Buses.Http;

/// <summary>A device did not answer. The message says which, how, and what to look at.</summary>
internal sealed class DeviceUnreachableException : Exception
{
    public DeviceUnreachableException()
    {
    }

    public DeviceUnreachableException(string message)
        : base(message)
    {
    }

    public DeviceUnreachableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
