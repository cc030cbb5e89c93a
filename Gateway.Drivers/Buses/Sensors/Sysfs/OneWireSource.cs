using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Drivers.Buses.Sensors.Sysfs;

/// <summary>
/// 1-wire thermometers of the DS18B20 kind. <c>w1_slave</c> tells the nine bytes with the word on their CRC, then <c>t=</c> in m°C; newer drivers have
/// <c>temperature</c> beside it. A reading takes up to 750 ms.
/// </summary>
internal sealed partial class OneWireSource : ISysfsSource
{
    private const string PowerOn = "85000";

    /// <inheritdoc/>
    public string Folder => "bus/w1/devices";

    /// <inheritdoc/>
    public SensorUnit Unit(string channel) => SensorUnit.Celsius;

    /// <inheritdoc/>
    public double Read(string folder, string channel)
    {
        var slave = Path.Combine(folder, "w1_slave");
        return (File.Exists(slave) ? Parse(SysfsFile.Text(slave)) : SysfsFile.Number(Path.Combine(folder, "temperature"))) * 1e-3;
    }

    private static double Parse(string text)
    {
        if (text.Contains("crc=") && text.Contains(" NO", StringComparison.Ordinal))
        {
            throw new FormatException("the CRC is wrong: the cable disturbs. Check the pull-up resistor (4.7 kΩ), the cable's length and its shield");
        }

        if (Pattern().Match(text) is not { Success: true } match)
        {
            throw new FormatException($"w1_slave holds \"{SysfsFile.Shown(text)}\" instead of a temperature");
        }

        // After power-on the register holds 85 °C, told from a true 85 °C by its reserved byte.
        if (string.Equals(match.Groups["t"].Value, PowerOn, StringComparison.Ordinal) && string.Equals(match.Groups["reserved"].Value, "0c", StringComparison.Ordinal))
        {
            throw new FormatException("the sensor restarted while it was measuring: its supply is weak. Give it three wires instead of parasitic power");
        }

        return double.Parse(match.Groups["t"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        "^(?:[0-9a-f]{2} ){6}(?<reserved>[0-9a-f]{2}) (?:[0-9a-f]{2} ){2}: crc=[0-9a-f]{2} YES\n.*t=(?<t>-?[0-9]{1,6})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Pattern();
}
