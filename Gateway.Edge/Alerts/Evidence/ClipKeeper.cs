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
    /// <summary>A clip that is too large for one medium is kept in so many.</summary>
    private const int Parts = 5;

    // Clips are not sealed while they are being cut; what a kill left behind goes at the start.
    private readonly string _folder = Path.Combine(Path.GetDirectoryName(paths.Media)!, "clips-in-work");
    private readonly Lock _gate = new();
    private bool _prepared;

    /// <summary>Waits until the pinned time has passed, then cuts and stores it.</summary>
    /// <param name="clips">Where it was pinned.</param>
    /// <param name="pin">The caller's to dispose of.</param>
    /// <param name="role">What the medium is said to show.</param>
    /// <param name="look">Looks at the whole clip's file before that is gone; what it throws is thrown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DeviceFaultException">There is no video of that time, or it cannot be cut.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be stored.</exception>
    public async Task<KeptClip> KeepAsync(IClipSource clips, ClipPin pin, string role, Func<Clip, Task>? look, CancellationToken cancellationToken)
    {
        var file = NewFile("mp4");
        try
        {
            var whole = await clips.CutAsync(pin, file, cancellationToken);
            if (look is not null)
            {
                await look(whole);
            }

            if (whole.Bytes <= options.Value.MaximumMediaBytes)
            {
                return new KeptClip(whole, [await StoreAsync(file, role, cancellationToken)]);
            }

            // The whole time has passed by now, and the first pin keeps it.
            List<MediaReference> pieces = [];
            var half = (whole.End - whole.Start) / (2 * Parts);
            for (var part = 0; part < Parts; part++)
            {
                using var piece = clips.Pin(new ClipSpan(whole.Start + (half * ((2 * part) + 1)), half, half));
                await clips.CutAsync(piece, file, cancellationToken);
                pieces.Add(await StoreAsync(file, role, cancellationToken));
            }

            return new KeptClip(whole, pieces);
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

    private async Task<MediaReference> StoreAsync(string file, string role, CancellationToken cancellationToken) =>
        await media.StoreAsync(await File.ReadAllBytesAsync(file, cancellationToken), "video/mp4", role, cancellationToken);
}
