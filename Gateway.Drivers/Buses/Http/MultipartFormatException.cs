namespace Gateway.Drivers.Buses.Http;

/// <summary>A body is not what its multipart type promises, or is larger than allowed.</summary>
internal sealed class MultipartFormatException : Exception
{
    public MultipartFormatException()
    {
    }

    public MultipartFormatException(string message)
        : base(message)
    {
    }

    public MultipartFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
