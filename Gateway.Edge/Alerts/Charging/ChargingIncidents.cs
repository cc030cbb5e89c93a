using System.Globalization;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.Charging;

/// <summary>Alarms that follow one another at one shed are one happening. Not thread-safe.</summary>
internal sealed class ChargingIncidents
{
    /// <summary>An alarm that comes later than this after the last one is something new.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(30);

    private readonly Dictionary<DeviceId, (string Id, DateTimeOffset Last)> _open = [];

    /// <summary>The id of the happening that an alarm belongs to.</summary>
    public string Of(DeviceId device, DateTimeOffset at)
    {
        var id = _open.TryGetValue(device, out var open) && (at - open.Last).Duration() <= Together
            ? open.Id
            : $"{device}-{at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}";
        _open[device] = (id, at);
        return id;
    }
}
