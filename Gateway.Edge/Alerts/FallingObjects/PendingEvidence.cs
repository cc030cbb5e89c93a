using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>An alert on record whose evidence is to be gathered.</summary>
/// <param name="Camera">Who saw it; null where it stands no more.</param>
/// <param name="Pin">Keeps its video; null where there is none to keep.</param>
/// <param name="Alert">What is on record.</param>
/// <param name="Track">Its path; null where that was lost.</param>
/// <param name="Stored">Path and stills in the media store.</param>
internal sealed record PendingEvidence(
    IFallingObjectCamera? Camera, ClipPin? Pin, FallingObjectData Alert, TrackDocument? Track, Task<IReadOnlyList<MediaReference>> Stored)
{
    /// <summary>A ring is read again after a start: until then a clip that is not there may still turn up.</summary>
    public bool AfterRestart { get; init; }

    /// <summary>More clips are in the making than can be kept: this one's is given up.</summary>
    public bool TooMany { get; init; }
}
