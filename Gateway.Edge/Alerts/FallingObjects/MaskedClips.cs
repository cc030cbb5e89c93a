using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.Evidence;
using Gateway.Edge.Journal;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Makes the copies of clips that property staff see. Safe for use by several threads.</summary>
internal sealed class MaskedClips(ClipMasker masker, ClipKeeper keeper, IMediaStore media, IOptions<FallingObjectOptions> options)
{
    /// <summary>The copy in the media store.</summary>
    /// <exception cref="DeviceFaultException">It cannot be made.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be stored.</exception>
    public async Task<MediaReference> MakeAsync(Clip clip, TrackDocument track, CancellationToken cancellationToken)
    {
        var (mask, copy) = (keeper.NewFile("pgm"), keeper.NewFile("mp4"));
        try
        {
            await File.WriteAllBytesAsync(mask, TrackMask.Of(track).ToPgm(), cancellationToken);
            var rows = Math.Min(options.Value.MaskedClipRows, track.Height);

            // A falling-object camera's frames are all of its picture, as its clips are.
            await masker.MakeAsync(clip.Path, FrameRegion.Whole, mask, (track.Width * rows / track.Height, rows), copy, cancellationToken);
            return await media.StoreAsync(await File.ReadAllBytesAsync(copy, cancellationToken), "video/mp4", FallingObjectData.MaskedClipRole, cancellationToken);
        }
        finally
        {
            File.Delete(mask);
            File.Delete(copy);
        }
    }
}
