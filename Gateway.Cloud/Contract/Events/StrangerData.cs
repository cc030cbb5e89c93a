namespace Gateway.Cloud.Contract.Events;

/// <summary>Data of a <see cref="EventKind.Stranger"/> event: one alert per unknown face and window, however many sightings.</summary>
/// <param name="Stranger">Local rotating id of the unknown person.</param>
/// <param name="Gate">Device id of the gate that saw the first sighting.</param>
/// <param name="GateName">The gate's name in both languages.</param>
/// <param name="Sightings">Sightings merged so far, at least 1.</param>
/// <param name="FirstSeen">Time of the first sighting.</param>
/// <param name="LastSeen">Time of the last sighting.</param>
/// <param name="Reason">Why this is an alert, in words.</param>
/// <param name="Portrait">The best portrait so far.</param>
public sealed record StrangerData(
    string Stranger,
    string Gate,
    LocalizedText GateName,
    int Sightings,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    LocalizedText Reason,
    MediaReference? Portrait);
