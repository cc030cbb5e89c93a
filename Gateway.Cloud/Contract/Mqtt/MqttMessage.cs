namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>A message as it goes to or comes from the broker.</summary>
/// <param name="Topic">Full topic without wildcards.</param>
/// <param name="Payload">Bytes; owned by the message.</param>
/// <param name="ContentType">MQTT 5 content type, or null.</param>
/// <param name="Retain">Retained flag: on receipt, true when the broker had kept it.</param>
/// <param name="ResponseTopic">MQTT 5 response topic, or null.</param>
/// <param name="CorrelationData">MQTT 5 correlation data; empty when absent.</param>
/// <param name="UserProperties">MQTT 5 user properties in order; empty when absent.</param>
public sealed record MqttMessage(
    string Topic,
    ReadOnlyMemory<byte> Payload,
    string? ContentType = null,
    bool Retain = false,
    string? ResponseTopic = null,
    ReadOnlyMemory<byte> CorrelationData = default,
    IReadOnlyList<KeyValuePair<string, string>>? UserProperties = null);
