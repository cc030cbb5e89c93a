namespace Gateway.Drivers.Buses.Modbus;

/// <summary>Modbus RTU over a serial line with 8 data bits.</summary>
/// <param name="Device">Path such as <c>/dev/ttyUSB0</c>; the names under <c>/dev/serial/by-id</c> survive replugging.</param>
/// <param name="Baud">One of <see cref="BaudRates"/>. Default 9600.</param>
/// <param name="Parity"><c>N</c>, <c>E</c> or <c>O</c>. Default <c>N</c>.</param>
/// <param name="StopBits">1 or 2. Default 1.</param>
internal sealed record ModbusRtuSettings(string Device, int Baud = 9600, char Parity = 'N', int StopBits = 1) : ModbusSettings
{
    /// <summary>What libmodbus can set; it takes any other rate for 9600 without a word.</summary>
    public static IReadOnlyList<int> BaudRates { get; } = [1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200];

    /// <inheritdoc/>
    public override string Where => $"{Device} at {Baud} 8{Parity}{StopBits}";

    /// <inheritdoc/>
    public override string Advice =>
        "check that the adapter is plugged in (ls -l /dev/serial/by-id) and that the gateway's user may open it (group dialout)";

    /// <inheritdoc/>
    public override string SilenceAdvice =>
        "check its power, its unit number, baud rate and parity on both sides, and the two wires (A and B swapped, termination)";

    /// <inheritdoc/>
    public override bool ReopenAfterGarbage => false;

    /// <inheritdoc/>
    public override LibModbus Create() => LibModbus.Rtu(Device, Baud, Parity, StopBits, Timeout);
}
