using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Sensors.Sysfs;

/// <summary>
/// Industrial I/O. The kernel's ABI (Documentation/ABI/testing/sysfs-bus-iio) has thousandths: mV, mA, mW, m°C; either worked out in <c>_input</c>, or as
/// (<c>_raw</c> + <c>_offset</c>) times <c>_scale</c>, where offset and scale belong to the channel or to all of its type.
/// </summary>
internal sealed class IioSource : ISysfsSource
{
    private const double Thousandth = 1e-3;

    /// <inheritdoc/>
    public string Folder => "bus/iio/devices";

    /// <inheritdoc/>
    public SensorUnit Unit(string channel) => Type(channel) switch
    {
        "voltage" => SensorUnit.Volt,
        "current" => SensorUnit.Ampere,
        "power" => SensorUnit.Watt,
        "temp" => SensorUnit.Celsius,
        _ => throw new DeviceFaultException($"\"{channel}\" is not an IIO channel that can be read. Use voltageN, currentN, powerN or tempN."),
    };

    /// <inheritdoc/>
    public double Read(string folder, string channel)
    {
        var own = Path.Combine(folder, "in_" + channel);
        var shared = Path.Combine(folder, "in_" + Type(channel));
        if (SysfsFile.FirstNumber(own + "_input") is { } worked)
        {
            return worked * Thousandth;
        }

        var raw = SysfsFile.Number(own + "_raw");
        var offset = SysfsFile.FirstNumber(own + "_offset", shared + "_offset") ?? 0;
        var scale = SysfsFile.FirstNumber(own + "_scale", shared + "_scale")
            ?? throw new FormatException($"{own}_raw has no scale beside it, so that nobody knows what it means");
        return (raw + offset) * scale * Thousandth;
    }

    /// <summary>The channel's type: <c>voltage0-voltage1</c>, a difference, is of type <c>voltage</c> too.</summary>
    private static string Type(string channel) => new([.. channel.TakeWhile(char.IsAsciiLetterLower)]);
}
