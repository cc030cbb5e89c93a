namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>The kinds of <see cref="MosquittoEvent"/>.</summary>
internal enum MosquittoEventKind
{
    Connected,
    Disconnected,
    Published,
    Subscribed,
    Received,
    Oversized,
    Malformed,
}
