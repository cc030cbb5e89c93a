using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Sensors.Sysfs;

/// <summary>Finds a device's folder. Its calls block.</summary>
internal static class SysfsDevices
{
    /// <exception cref="DeviceFaultException">There is no such device, or there are several.</exception>
    public static string Find(string root, ISysfsSource source, string device)
    {
        if (device.StartsWith('/'))
        {
            return Directory.Exists(device) ? device : throw new DeviceFaultException($"There is no sensor at {device}. Is its driver loaded?");
        }

        var parent = Path.Combine(root, source.Folder);
        if (!Directory.Exists(parent))
        {
            throw new DeviceFaultException(
                $"Sensor \"{device}\" is absent: {parent} does not exist. Load the sensor's driver, or add its overlay to the board's configuration.");
        }

        var folders = Directory.GetDirectories(parent);
        var exact = Path.Combine(parent, device);
        if (folders.Contains(exact, StringComparer.Ordinal))
        {
            return exact;
        }

        var named = folders.Select(folder => (Folder: folder, Name: Name(folder))).Where(pair => pair.Name.Length > 0).ToList();
        var matching = named.FindAll(pair => string.Equals(pair.Name, device, StringComparison.Ordinal));
        if (matching.Count == 1)
        {
            return matching[0].Folder;
        }

        if (matching.Count > 1)
        {
            throw new DeviceFaultException(
                $"Several sensors are named \"{device}\": {string.Join(", ", matching.Select(pair => Target(pair.Folder)))}. Name one by such a path.");
        }

        var known = named.Select(pair => pair.Name).Concat(folders.Select(folder => Path.GetFileName(folder))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(20).ToList();
        throw new DeviceFaultException(
            $"Sensor \"{device}\" is absent from {parent}{(Suggestion.For(device, known) is { } meant ? $", did you mean \"{meant}\"" : "")}. "
            + (known.Count == 0 ? "There is none at all: check the wiring and the driver." : $"There are: {string.Join(", ", known)}"));
    }

    private static string Name(string folder)
    {
        try
        {
            return SysfsFile.Text(Path.Combine(folder, "name"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Where the folder really is: the path of its hardware, the same after each restart.</summary>
    private static string Target(string folder) => Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder;
}
