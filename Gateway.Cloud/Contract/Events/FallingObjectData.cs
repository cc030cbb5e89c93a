namespace Gateway.Cloud.Contract.Events;

/// <summary>
/// Data of a <see cref="EventKind.FallingObject"/> event: one thing that fell before one camera; has every member of
/// <see cref="AlertData"/>. Things that follow each other share <see cref="Incident"/>, so that the station shows them as one alert with a
/// count. Evidence is the event's own media.
/// </summary>
/// <param name="Device">Device id of the camera.</param>
/// <param name="DeviceName">Its name in both languages: the building and the side that it watches.</param>
/// <param name="Incident">UUID that all things of one happening share.</param>
/// <param name="ObjectId">UUID of this thing.</param>
/// <param name="Count">Which thing of the incident it is, from 1.</param>
/// <param name="Phase">What this event tells.</param>
/// <param name="Reason">The same in words, for people.</param>
/// <param name="Place">Floor and window in words; null for a camera without a calibration.</param>
/// <param name="BeganAt">When it was first seen falling, wall time.</param>
/// <param name="EndedAt">When it was last seen falling, wall time.</param>
/// <param name="DurationSeconds">How long it was seen falling.</param>
/// <param name="Origin">Where it came from; null for a camera without a calibration.</param>
/// <param name="Motion">What the decision rests on.</param>
/// <param name="Test">True for a test throw.</param>
public sealed record FallingObjectData(
    string Device,
    LocalizedText DeviceName,
    string Incident,
    string ObjectId,
    int Count,
    FallingObjectPhase Phase,
    LocalizedText Reason,
    LocalizedText? Place,
    DateTimeOffset BeganAt,
    DateTimeOffset EndedAt,
    double DurationSeconds,
    FallingObjectOrigin? Origin,
    FallingObjectMotion Motion,
    bool Test)
{
    /// <summary>Role of a picture with the path of the fall drawn into it.</summary>
    public const string StillRole = "still";

    /// <summary>Role of the camera's own video, not encoded anew.</summary>
    public const string ClipRole = "clip";

    /// <summary>Role of the path as data, <c>application/json</c>.</summary>
    public const string TrackRole = "track";

    /// <summary>Role of a still that shows the surroundings of the path alone.</summary>
    public const string MaskedStillRole = "still-masked";

    /// <summary>Role of a small copy of the video that shows the surroundings of the path alone.</summary>
    public const string MaskedClipRole = "clip-masked";
}
