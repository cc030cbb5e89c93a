using Gateway.Cloud.Contract;

namespace Gateway.Cloud.Station.Live;

/// <summary>One stranger alert as the page shows it.</summary>
/// <param name="Portrait">SHA-256 of the portrait; null when the gateway had none.</param>
/// <param name="PortraitStored">True when the portrait has arrived.</param>
internal sealed record AlertView(
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
