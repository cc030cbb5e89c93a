namespace Gateway.Cloud.Station.Storage;

/// <summary>The station's database or media cannot be used. The message names the file and the fix.</summary>
internal sealed class StorageFaultException : Exception
{
    public StorageFaultException()
    {
    }

    public StorageFaultException(string message)
        : base(message)
    {
    }

    public StorageFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
