using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices.Patrols;

internal static partial class PatrolLog
{
    [LoggerMessage(21, LogLevel.Warning, "Device {Device} could not be looked over")]
    public static partial void CheckFailed(ILogger logger, Exception error, string device);

    [LoggerMessage(22, LogLevel.Warning, "Device {Device} did not finish its check within {Timeout}")]
    public static partial void CheckTimedOut(ILogger logger, string device, TimeSpan timeout);
}
