using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.Faces;

/// <summary>Follows the faces of one camera and speaks when frames agree. One per gate; not thread-safe.</summary>
internal interface IFaceWatcher
{
    /// <summary>Looks at one frame; returns the verdicts that this frame settled, usually none. The image is not kept.</summary>
    IReadOnlyList<FaceEvidence> Look(BgrImage image, DateTimeOffset capturedAt);
}
