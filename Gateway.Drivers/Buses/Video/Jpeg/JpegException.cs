namespace Gateway.Drivers.Buses.Video.Jpeg;

/// <summary>A picture that cannot be read or written; <see cref="Fault"/> says why for code, the message for people.</summary>
public sealed class JpegException : Exception
{
    public JpegException()
        : this(JpegFault.Damaged, "The JPEG picture cannot be read.")
    {
    }

    public JpegException(string message)
        : this(JpegFault.Damaged, message)
    {
    }

    public JpegException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public JpegException(JpegFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>The cause.</summary>
    public JpegFault Fault { get; }
}
