namespace Gateway.Drivers.Devices;

/// <summary>A device did not do what it was told. The message says which, what and the likely fix.</summary>
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
}
