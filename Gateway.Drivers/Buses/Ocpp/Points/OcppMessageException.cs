using System.Net.WebSockets;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>A message after which the connection cannot go on.</summary>
internal sealed class OcppMessageException : Exception
{
    public OcppMessageException()
    {
    }

    public OcppMessageException(string message)
        : base(message)
    {
    }

    public OcppMessageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OcppMessageException(string message, WebSocketCloseStatus status)
        : base(message) => Status = status;

    /// <summary>The code to close with.</summary>
    public WebSocketCloseStatus Status { get; } = WebSocketCloseStatus.ProtocolError;
}
