using System.Net;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Http;

/// <summary>Who may push to which path. One of <see cref="Login"/> and <see cref="Allowed"/> must be set; where both are, both must hold.</summary>
/// <param name="Device">The device that it is for.</param>
/// <param name="Path">Absolute path, such as <c>/push/east-gate</c>; unique on its bus.</param>
internal sealed record PushSender(DeviceId Device, string Path)
{
    /// <summary>What the sender logs in with by HTTP Digest; null for a sender that cannot.</summary>
    public DeviceLogin? Login { get; init; }

    /// <summary>Source addresses that are let in; empty for any.</summary>
    public IReadOnlyList<IPNetwork> Allowed { get; init; } = [];
}
