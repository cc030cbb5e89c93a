using Gateway.Cloud.Contract;

namespace Gateway.Edge.Alerts.Strangers;

/// <summary>An unknown person: sightings of one face within a window.</summary>
/// <param name="Id">Local id; forgotten with the window, so it names nobody for long.</param>
/// <param name="Gate">Gate of the first sighting.</param>
/// <param name="GateName">Its name.</param>
/// <param name="Embedding">Unit vector: the normalised mean of the sightings.</param>
/// <param name="Sightings">At least 1.</param>
/// <param name="FirstSeen">Time of the first sighting.</param>
/// <param name="LastSeen">Time of the last sighting.</param>
/// <param name="PortraitQuality">Quality of the best portrait so far, 0..1.</param>
internal sealed record Stranger(
    Guid Id,
    string Gate,
    LocalizedText GateName,
    ReadOnlyMemory<float> Embedding,
    int Sightings,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    float PortraitQuality);
