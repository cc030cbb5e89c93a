namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>What a callback of the native client noted down, for its owner to act on outside of native code.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="MessageId">Packet id of an acknowledged publish or subscription.</param>
/// <param name="Code">Reason code, or library error for <see cref="MosquittoEventKind.Disconnected"/>.</param>
/// <param name="Message">The message received.</param>
internal readonly record struct MosquittoEvent(MosquittoEventKind Kind, int MessageId, int Code, MqttMessage? Message);
