using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>Which cameras stand nearest to a device: by the positions of the hardware file, else those of the same zone.</summary>
internal static class NearestCameras
{
    /// <summary>Most cameras that a call for help asks for video: more would keep the line busy when every second counts.</summary>
    public const int Most = 3;

    /// <summary>The nearest, nearest first; empty where the file tells neither position nor zone.</summary>
    public static IReadOnlyList<IRecordedCamera> To(DeviceId device, IDeviceDirectory devices)
    {
        var heads = devices.Hardware.Devices.Select(known => known.Head).ToDictionary(head => head.Id);
        var cameras = devices.Of<IRecordedCamera>().Where(camera => camera.Id != device);
        return heads.GetValueOrDefault(device) switch
        {
            { Position: { } here } => [.. cameras
                .Where(camera => camera.Position is not null)
                .OrderBy(camera => camera.Position!.Value.DistanceTo(here))
                .Take(Most)],
            { Zone: { } zone } => [.. cameras.Where(camera => heads.GetValueOrDefault(camera.Id)?.Zone == zone).Take(Most)],
            _ => [],
        };
    }
}
