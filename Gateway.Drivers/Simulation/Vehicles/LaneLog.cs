using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Simulation.Vehicles;

internal static partial class LaneLog
{
    [LoggerMessage(1, LogLevel.Warning, "Simulated vehicles come with blank plates: {Reason}")]
    public static partial void NoPlates(ILogger logger, string reason);
}
