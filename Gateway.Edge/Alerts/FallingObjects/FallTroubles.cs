using System.Collections.Concurrent;
using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Cameras that are not watched as they should be, and why. A camera may have several troubles. Safe for use by several threads.</summary>
internal sealed class FallTroubles
{
    private readonly ConcurrentDictionary<(DeviceId Camera, string Code), LocalizedText> _troubles = new();

    /// <summary>The words of every trouble, by camera.</summary>
    public IReadOnlyList<(DeviceId Camera, LocalizedText Words)> All =>
    [
        .. _troubles
            .OrderBy(trouble => trouble.Key.Camera.Value, StringComparer.Ordinal)
            .ThenBy(trouble => trouble.Key.Code, StringComparer.Ordinal)
            .Select(trouble => (trouble.Key.Camera, trouble.Value)),
    ];

    /// <summary>A camera is in trouble; later words of the same trouble replace earlier ones.</summary>
    public void Set(DeviceId camera, string code, LocalizedText words) => _troubles[(camera, code)] = words;

    /// <summary>Whether a camera is in this trouble.</summary>
    public bool Has(DeviceId camera, string code) => _troubles.ContainsKey((camera, code));

    /// <summary>Whether a camera is in any trouble.</summary>
    public bool HasAny(DeviceId camera) => _troubles.Keys.Any(trouble => trouble.Camera == camera);

    /// <summary>A trouble is over; true when the camera was in it.</summary>
    public bool Clear(DeviceId camera, string code) => _troubles.TryRemove((camera, code), out _);

    /// <summary>A camera begins anew, or stands no more; true when it was in trouble.</summary>
    public bool Clear(DeviceId camera)
    {
        var cleared = false;
        foreach (var trouble in _troubles.Keys.Where(trouble => trouble.Camera == camera))
        {
            cleared |= _troubles.TryRemove(trouble, out _);
        }

        return cleared;
    }
}
