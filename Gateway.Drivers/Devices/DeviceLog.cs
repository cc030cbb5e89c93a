using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices;

internal static partial class DeviceLog
{
    [LoggerMessage(1, LogLevel.Error, "Device {Device} failed and is started again after a pause")]
    public static partial void Faulted(ILogger logger, Exception error, string device);

    [LoggerMessage(2, LogLevel.Information, "Devices started: {Devices}")]
    public static partial void Started(ILogger logger, string devices);
}
