namespace Gateway.Cloud.Contract.Events;

/// <summary>
/// Data of a <see cref="EventKind.Sos"/> event. All events of one press share <see cref="Press"/>, so that the station shows them as one
/// alert. Pictures and clips are the event's own media, with role <see cref="StillRole"/> or <see cref="ClipRole"/>.
/// </summary>
/// <param name="Device">Device id of the alarm streetlight.</param>
/// <param name="DeviceName">Its name in both languages.</param>
/// <param name="Press">UUID of the press.</param>
/// <param name="Phase">What this event tells.</param>
/// <param name="PressedAt">When the button went down, by the gateway's wall clock.</param>
/// <param name="Reason">The same in words, for people.</param>
/// <param name="Test">True for a drill (CAP status Exercise): never counted as a real call for help.</param>
/// <param name="Zone">The part of the compound where the light stands; null when the hardware file names none.</param>
/// <param name="Position">Where it stands; null when the hardware file does not tell.</param>
/// <param name="Cameras">Ids of the nearest cameras, nearest first; empty when there are none.</param>
public sealed record SosData(
    string Device,
    LocalizedText DeviceName,
    string Press,
    SosPhase Phase,
    DateTimeOffset PressedAt,
    LocalizedText Reason,
    bool Test = false,
    LocalizedText? Zone = null,
    SitePosition? Position = null,
    IReadOnlyList<string>? Cameras = null)
{
    /// <summary>Role of a picture of the moment.</summary>
    public const string StillRole = "still";

    /// <summary>Role of a video clip, <c>video/mp4</c>.</summary>
    public const string ClipRole = "clip";
}
