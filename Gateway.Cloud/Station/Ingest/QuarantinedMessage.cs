using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>A message that could not be taken, with the reason.</summary>
internal sealed record QuarantinedMessage(string Topic, ReadOnlyMemory<byte> Payload, string Reason)
{
    public QuarantinedMessage(MqttMessage message, string reason)
        : this(message.Topic, message.Payload, reason)
    {
    }
}
