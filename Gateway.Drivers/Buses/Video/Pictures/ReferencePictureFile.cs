using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>Where the reference picture of a device's camera lies.</summary>
public static class ReferencePictureFile
{
    /// <summary>The file, whether it exists or not.</summary>
    public static string PathOf(DriversOptions options, DeviceId device)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Path.Combine(Path.GetFullPath(options.StateFolder), "pictures", device.Value + ".pgm");
    }
}
