using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Storage;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Alerts.Evidence;

/// <summary>Cuts pinned video and puts it into the media store. Safe for use by several threads.</summary>
internal sealed class ClipKeeper(IMediaStore media, JournalPaths paths, IOptions<JournalOptions> options)
{
    /// <summary>
    /// A clip that is too large for one medium is kept in so many at least. Parts are cut at key frames and overlap, hence twice as many
    /// as its bytes would need.
    /// </summary>
    private const int LeastParts = 5;

    /// <summary>More is a camera that is set far too high for its evidence to be carried anywhere.</summary>
    private const int MostParts = 32;

    // Clips are not sealed while they are being cut; what a kill left behind goes at the start.
    private readonly string _folder = Path.Combine(Path.GetDirectoryName(paths.Media)!, "clips-in-work");
    private readonly Lock _gate = new();
    private bool _prepared;

    /// <summary>Waits until the pinned time has passed, then cuts and stores it.</summary>
    /// <param name="clips">Where it was pinned.</param>
    /// <param name="pin">The caller's to dispose of.</param>
    /// <param name="role">What the medium is said to show.</param>
    /// <param name="look">Looks at the whole clip's file once that is stored and before it is gone; what it throws is thrown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DeviceFaultException">There is no video of that time, or it cannot be cut.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be stored.</exception>
    /// <exception cref="ArgumentException">It is empty, or too large for the media store even in parts.</exception>
    public async Task<KeptClip> KeepAsync(IClipSource clips, ClipPin pin, string role, Func<Clip, Task>? look, CancellationToken cancellationToken)
    {
        var file = NewFile("mp4");
        try
        {
            // What proves is safe before anything else is made of it.
            var whole = await clips.CutAsync(pin, file, cancellationToken);
            var kept = new KeptClip(whole, whole.Bytes <= options.Value.MaximumMediaBytes
                ? [await StoreAsync(file, role, cancellationToken)]
                : await StorePartsAsync(clips, whole, role, cancellationToken));
            if (look is not null)
            {
                await look(whole);
            }

            return kept;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A name for a file in work, in a folder for the service alone that is emptied at the start. The caller deletes it.</summary>
    public string NewFile(string extension)
    {
        Prepare();
        return Path.Combine(_folder, $"{Guid.NewGuid():N}.{extension}");
    }

    /// <summary>Removes what a kill left behind; to be called when the service starts. Later calls do nothing.</summary>
    public void Prepare()
    {
        lock (_gate)
        {
            if (_prepared)
            {
                return;
            }

            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }

            PrivateFiles.CreateDirectory(_folder);
            _prepared = true;
        }
    }

    // The whole time has passed by now, and the first pin keeps it.
    private async Task<List<MediaReference>> StorePartsAsync(IClipSource clips, Clip whole, string role, CancellationToken cancellationToken)
    {
        var parts = (int)Math.Clamp((2 * whole.Bytes / Math.Max(1, options.Value.MaximumMediaBytes)) + 1, LeastParts, MostParts);
        var half = (whole.End - whole.Start) / (2 * parts);
        List<MediaReference> pieces = [];
        var file = NewFile("mp4");
        try
        {
            for (var part = 0; part < parts; part++)
            {
                using var piece = clips.Pin(new ClipSpan(whole.Start + (half * ((2 * part) + 1)), half, half));
                await clips.CutAsync(piece, file, cancellationToken);
                pieces.Add(await StoreAsync(file, role, cancellationToken));
            }

            return pieces;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task<MediaReference> StoreAsync(string file, string role, CancellationToken cancellationToken) =>
        await media.StoreAsync(await File.ReadAllBytesAsync(file, cancellationToken), "video/mp4", role, cancellationToken);
}
