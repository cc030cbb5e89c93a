using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Console.Falls;

/// <summary>
/// Falls as property staff see them: where the deployment masks, the masked still and clip and nothing else. Reads only what is in memory;
/// safe for use by several threads.
/// </summary>
internal sealed class FallsReader(FallBoard board, FallTroubles troubles, IDeviceDirectory devices, IOptions<FallingObjectOptions> options, TimeProvider time)
{
    /// <summary>So long a fall is on the status page.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    private string StillRole => options.Value.Mask ? FallingObjectData.MaskedStillRole : FallingObjectData.StillRole;

    private string ClipRole => options.Value.Mask ? FallingObjectData.MaskedClipRole : FallingObjectData.ClipRole;

    /// <summary>The last falls, the newest first; nothing from before <paramref name="since"/>, where that is given.</summary>
    public IReadOnlyList<FallLine> Read(DateTimeOffset? since = null) => [.. board.Falls.Where(fall => !(fall.Alert.BeganAt < since)).Select(LineOf)];

    /// <summary>A medium that property staff may see; null for every other.</summary>
    public MediaReference? Find(string sha256, DateTimeOffset? since = null) =>
        board.Falls.Where(fall => !(fall.Alert.BeganAt < since)).SelectMany(fall => fall.Media).FirstOrDefault(medium => medium.Sha256 == sha256 && (medium.Role == StillRole || medium.Role == ClipRole));

    /// <summary>The newest fall of each incident of the last half hour, and cameras that are not watched as they should be.</summary>
    public IEnumerable<AttentionItem> Attention()
    {
        var since = time.GetUtcNow() - Fresh;
        var falls = board.Falls
            .Where(fall => !fall.Alert.Test && fall.Alert.EndedAt > since)
            .DistinctBy(fall => fall.Alert.Incident, StringComparer.Ordinal)
            .Select(fall => new AttentionItem(Tone.High, "fall", FallTexts.Fell(fall.Alert.DeviceName, fall.Alert.Count), fall.Alert.Reason));
        return falls.Concat(troubles.All.Select(trouble => new AttentionItem(Tone.High, "eye", NameOf(trouble.Camera), trouble.Words)));
    }

    private LocalizedText NameOf(DeviceId camera) =>
        devices.Hardware.Devices.FirstOrDefault(device => device.Id == camera)?.Head.Name.Localized() ?? new LocalizedText(camera.Value, camera.Value);

    private FallLine LineOf(RecordedFall fall) => new(
        fall.Record.Sequence,
        fall.Alert.BeganAt,
        fall.Alert.DeviceName,
        fall.Alert.Reason,
        fall.Alert.Test,
        fall.EvidenceData?.Reason,
        fall.Media.FirstOrDefault(medium => medium.Role == StillRole),
        fall.Media.FirstOrDefault(medium => medium.Role == ClipRole));
}
