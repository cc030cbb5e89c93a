using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Stores what can be shown of a fall at once: its path, and the stills with the path drawn in. Safe for use by several threads.</summary>
internal sealed class FallPictures(IMediaStore media)
{
    /// <exception cref="JournalUnavailableException">They cannot be stored.</exception>
    public async Task<IReadOnlyList<MediaReference>> StoreAsync(TrackDocument track, StillFrame? frame, CancellationToken cancellationToken)
    {
        List<MediaReference> stored = [];
        if (frame is not null)
        {
            stored.Add(await media.StoreAsync(TrackPicture.Draw(frame, track, mask: null), "image/jpeg", FallingObjectData.StillRole, cancellationToken));
            stored.Add(await media.StoreAsync(
                TrackPicture.Draw(frame, track, TrackMask.Of(track)), "image/jpeg", FallingObjectData.MaskedStillRole, cancellationToken));
        }

        stored.Add(await media.StoreAsync(track.ToBytes(), "application/json", FallingObjectData.TrackRole, cancellationToken));
        return stored;
    }
}
