using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Edge.Alerts.Evidence;

/// <summary>A clip in the media store.</summary>
/// <param name="Clip">What it shows; its file is gone.</param>
/// <param name="Media">One medium, or, where the clip is larger than a medium may be, several that follow one another.</param>
internal sealed record KeptClip(Clip Clip, IReadOnlyList<MediaReference> Media);
