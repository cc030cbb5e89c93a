using Microsoft.Extensions.Logging;

namespace Gateway.Cloud.Contract.Mqtt;

internal static partial class MqttLog
{
    [LoggerMessage(1, LogLevel.Information, "Connected to the broker at {Host}:{Port} as {ClientId} (connection {Number}).")]
    public static partial void Connected(this ILogger logger, string host, int port, string clientId, long number);

    [LoggerMessage(2, LogLevel.Warning, "The broker at {Host}:{Port} cannot be reached over TLS: {Reason}. {Detail} Next attempt in {Delay}.")]
    public static partial void ConnectFailed(this ILogger logger, string host, int port, string reason, string detail, TimeSpan delay);

    [LoggerMessage(3, LogLevel.Warning, "The connection to the broker at {Host}:{Port} is lost: {Reason}. Next attempt in {Delay}.")]
    public static partial void ConnectionLost(this ILogger logger, string host, int port, string reason, TimeSpan delay);

    [LoggerMessage(4, LogLevel.Error, "The broker refuses this session: {Reason}. Check its access list and this machine's certificate.")]
    public static partial void ConnectRefused(this ILogger logger, string reason);

    [LoggerMessage(5, LogLevel.Error, "The subscription to {Filter} was refused: {Reason}.")]
    public static partial void SubscriptionRefused(this ILogger logger, string filter, string reason);

    [LoggerMessage(6, LogLevel.Warning, "A message of {Bytes} bytes was skipped: more than Mqtt:MaximumMessageBytes ({Limit}). {Count} skipped so far.")]
    public static partial void Oversized(this ILogger logger, int bytes, int limit, long count);

    [LoggerMessage(7, LogLevel.Warning, "An unreadable message was skipped. {Count} skipped so far.")]
    public static partial void Malformed(this ILogger logger, long count);

    [LoggerMessage(8, LogLevel.Error, "The MQTT session's loop failed and starts again in {Delay}.")]
    public static partial void LoopFailed(this ILogger logger, Exception error, TimeSpan delay);
}
