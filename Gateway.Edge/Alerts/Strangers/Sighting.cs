using Gateway.Cloud.Contract;

namespace Gateway.Edge.Alerts.Strangers;

/// <summary>One unknown face seen once at one gate.</summary>
/// <param name="Gate">Device id of the gate.</param>
/// <param name="GateName">The gate's name.</param>
/// <param name="Embedding">Unit vector.</param>
/// <param name="Portrait">JPEG.</param>
/// <param name="PortraitQuality">0..1.</param>
/// <param name="At">When it was seen.</param>
internal sealed record Sighting(
    string Gate,
    LocalizedText GateName,
    ReadOnlyMemory<float> Embedding,
    ReadOnlyMemory<byte> Portrait,
    float PortraitQuality,
    DateTimeOffset At);
