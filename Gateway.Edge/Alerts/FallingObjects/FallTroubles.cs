using System.Collections.Concurrent;
using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Cameras that are not watched as they should be, and why. Safe for use by several threads.</summary>
internal sealed class FallTroubles
{
    private readonly ConcurrentDictionary<DeviceId, LocalizedText> _troubles = new();

    /// <summary>The words of every trouble, by camera.</summary>
    public IReadOnlyList<(DeviceId Camera, LocalizedText Words)> All => [.. _troubles.OrderBy(trouble => trouble.Key.Value, StringComparer.Ordinal).Select(trouble => (trouble.Key, trouble.Value))];

    /// <summary>A camera is in trouble; later words replace earlier ones.</summary>
    public void Set(DeviceId camera, LocalizedText words) => _troubles[camera] = words;

    /// <summary>A camera is well, or stands no more; true when it was in trouble.</summary>
    public bool Clear(DeviceId camera) => _troubles.TryRemove(camera, out _);
}
