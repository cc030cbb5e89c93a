using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices;

internal static partial class DeviceLog
{
    [LoggerMessage(1, LogLevel.Error, "Device {Device} failed and is started again after a pause")]
    public static partial void Faulted(ILogger logger, Exception error, string device);

    [LoggerMessage(2, LogLevel.Information, "Devices started: {Devices}")]
    public static partial void Started(ILogger logger, string devices);

    [LoggerMessage(3, LogLevel.Error, "Device {Device} did not come to rest in time and is left to itself")]
    public static partial void LeftRunning(ILogger logger, string device);

    [LoggerMessage(4, LogLevel.Error, "Device {Device}: not everything could be given back")]
    public static partial void NotGivenBack(ILogger logger, Exception error, string device);

    [LoggerMessage(5, LogLevel.Information, "The hardware file has changed. Begun: {Begun}; ended: {Ended}; the others go on")]
    public static partial void Changed(ILogger logger, string begun, string ended);

    [LoggerMessage(6, LogLevel.Error, "The changed hardware file is not used, the one before stays in force")]
    public static partial void ChangeRefused(ILogger logger, Exception error);

    [LoggerMessage(7, LogLevel.Error, "Device {Device}: what it said last could not be passed on in time")]
    public static partial void NotTold(ILogger logger, string device);
}
