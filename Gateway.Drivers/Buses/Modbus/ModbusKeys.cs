using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>The keys that both kinds of Modbus bus have.</summary>
internal static class ModbusKeys
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    public static ModbusSettings Read(JsonSection section, ModbusSettings usual) => usual with
    {
        Timeout = section.Duration("timeout", TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(30), usual.Timeout),
        Retries = section.Whole("retries", 0, 5, usual.Retries),
        PollEvery = section.Duration("pollEvery", TimeSpan.FromMilliseconds(20), AMinute, usual.PollEvery),
        Watchdog = section.Section("watchdog", required: false) is { } watchdog ? ReadWatchdog(watchdog) : null,
    };

    private static ModbusWatchdog ReadWatchdog(JsonSection section)
    {
        var watchdog = new ModbusWatchdog(
            section.Whole("unit", 1, 247, 1),
            section.Whole("register", 0, 65535),
            (ushort)section.Whole("value", 0, 65535),
            section.Duration("every", TimeSpan.FromMilliseconds(100), AMinute, TimeSpan.FromSeconds(1)));
        section.Close();
        return watchdog;
    }
}
