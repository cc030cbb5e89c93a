using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.Plates;

/// <summary>Follows the plates before one camera and speaks when frames agree. One per barrier; not thread-safe.</summary>
internal interface IPlateWatcher
{
    /// <summary>Looks at one frame; returns what this frame settled, usually nothing. The image is not kept.</summary>
    IReadOnlyList<PlateSighting> Look(BgrImage image, DateTimeOffset capturedAt);

    /// <summary>
    /// The vehicles' plates in view now, read or not, each with the track that its sighting bears; null where the watcher does not tell.
    /// A barrier learns from it who stands nearest and who has left.
    /// </summary>
    IReadOnlyList<PlateInView>? InView => null;
}
