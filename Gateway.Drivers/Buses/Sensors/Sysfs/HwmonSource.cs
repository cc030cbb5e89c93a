using System.Text.RegularExpressions;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Sensors.Sysfs;

/// <summary>Hardware monitoring, in the units of the kernel's Documentation/hwmon/sysfs-interface: m°C, µW, mA and mV.</summary>
internal sealed partial class HwmonSource : ISysfsSource
{
    /// <inheritdoc/>
    public string Folder => "class/hwmon";

    /// <inheritdoc/>
    public SensorUnit Unit(string channel) => Type(channel) switch
    {
        "temp" => SensorUnit.Celsius,
        "power" => SensorUnit.Watt,
        "curr" => SensorUnit.Ampere,
        "in" => SensorUnit.Volt,
        _ => throw new DeviceFaultException($"\"{channel}\" is not a hwmon channel that can be read. Use tempN, powerN, currN or inN."),
    };

    /// <inheritdoc/>
    public double Read(string folder, string channel)
    {
        var path = Path.Combine(folder, channel);
        if (SysfsFile.FirstNumber(path + "_fault") is > 0)
        {
            throw new FormatException("the chip reports that the sensor's wires are broken or shorted");
        }

        // Power meters that only average have no _input.
        var average = path + "_average";
        var value = SysfsFile.Number(!File.Exists(path + "_input") && File.Exists(average) ? average : path + "_input");
        return value * (Unit(channel) == SensorUnit.Watt ? 1e-6 : 1e-3);
    }

    private static string Type(string channel) => Pattern().Match(channel) is { Success: true } match ? match.Groups["type"].Value : "";

    [GeneratedRegex("^(?<type>temp|power|curr|in)[0-9]{1,3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
