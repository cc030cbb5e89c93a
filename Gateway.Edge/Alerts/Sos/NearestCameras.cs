using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>Which cameras stand nearest to a device: by the positions of the hardware file, else those of the same zone.</summary>
internal static class NearestCameras
{
    /// <summary>Most cameras that a call for help asks for video: more would keep the line busy when every second counts.</summary>
    public const int Most = 3;

    /// <summary>The nearest that will do, nearest first; empty where the file tells neither positions nor zones.</summary>
    /// <param name="device">Where the call comes from.</param>
    /// <param name="devices">What stands.</param>
    /// <param name="wanted">Which cameras will do; all without it.</param>
    public static IReadOnlyList<IRecordedCamera> To(DeviceId device, IDeviceDirectory devices, Func<IRecordedCamera, bool>? wanted = null)
    {
        var heads = devices.Hardware.Devices.Select(known => known.Head).ToDictionary(head => head.Id);
        var head = heads.GetValueOrDefault(device);
        var cameras = devices.Of<IRecordedCamera>().Where(camera => camera.Id != device && wanted?.Invoke(camera) != false).ToList();
        List<IRecordedCamera> near = head?.Position is { } here
            ? [.. cameras.Where(camera => camera.Position is not null).OrderBy(camera => camera.Position!.Value.DistanceTo(here)).Take(Most)]
            : [];
        return near.Count > 0 || head?.Zone is not { } zone
            ? near
            : [.. cameras.Where(camera => heads.GetValueOrDefault(camera.Id)?.Zone == zone).Take(Most)];
    }
}
