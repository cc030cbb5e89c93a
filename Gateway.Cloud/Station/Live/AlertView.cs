using Gateway.Cloud.Contract;

namespace Gateway.Cloud.Station.Live;

/// <summary>One stranger alert as the page shows it.</summary>
/// <remarks>Portrait is a SHA-256, null when the gateway had none; PortraitStored is true when its bytes have arrived.</remarks>
public sealed record AlertView(
    long Id,
    string Compound,
    LocalizedText Gate,
    LocalizedText Reason,
    int Sightings,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    long Sequence,
    string? Portrait,
    bool PortraitStored,
    long Revision,
    string? AcknowledgedBy,
    DateTimeOffset? AcknowledgedAt);
