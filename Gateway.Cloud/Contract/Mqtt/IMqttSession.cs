using System.Threading.Channels;

namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>
/// One MQTT 5 session at QoS 1 over TLS that reconnects by itself. Safe for use by several threads.
/// Subscriptions are made again after every connect.
/// </summary>
public interface IMqttSession : IAsyncDisposable
{
    /// <summary>True between an accepted CONNECT and the loss of the connection.</summary>
    bool IsConnected { get; }

    /// <summary>Rises by one with every accepted CONNECT; 0 before the first.</summary>
    long ConnectionNumber { get; }

    /// <summary>What arrives on the subscriptions, in order. Bounded: what does not fit is dropped and counted in <see cref="Dropped"/>.</summary>
    ChannelReader<MqttMessage> Messages { get; }

    /// <summary>Messages that arrived while the reader was too slow.</summary>
    long Dropped { get; }

    /// <summary>Starts connecting; returns at once. Faults of the network are retried for ever with jittered back-off.</summary>
    /// <exception cref="MqttFaultException">The options cannot work: a certificate file is missing, an address is malformed.</exception>
    void Start();

    /// <summary>Adds a subscription (a shared one begins with <c>$share/</c>); made at once when connected, and after every connect.</summary>
    void Subscribe(string filter);

    /// <summary>
    /// Publishes at QoS 1 and completes when the broker has acknowledged. Waits for a connection first. At most the configured
    /// in-flight window is outstanding; further callers wait.
    /// </summary>
    /// <exception cref="MqttFaultException">The broker refused this message (reason code in the message), or it is larger than allowed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; the message may still arrive.</exception>
    Task PublishAsync(MqttMessage message, CancellationToken cancellationToken);

    /// <summary>Completes when the connection state differs from <paramref name="connected"/>.</summary>
    Task WaitForChangeAsync(bool connected, CancellationToken cancellationToken);
}
