using Gateway.Drivers.Devices;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Log messages of the lanes.</summary>
internal static partial class LanesLog
{
    [LoggerMessage(EventId = 3501, Level = LogLevel.Error, Message = "{Barrier}: the arm was not raised: {Cause}")]
    public static partial void NotRaised(ILogger logger, DeviceId barrier, string cause);

    [LoggerMessage(EventId = 3502, Level = LogLevel.Error, Message = "{Barrier}: {Code} could not be recorded; the lane goes on")]
    public static partial void NotRecorded(ILogger logger, string barrier, string code, Exception? error);

    [LoggerMessage(EventId = 3503, Level = LogLevel.Error, Message = "{Barrier}: the lane failed and begins again in {Delay}")]
    public static partial void LaneFailed(ILogger logger, DeviceId barrier, TimeSpan delay, Exception error);

    [LoggerMessage(EventId = 3504, Level = LogLevel.Error, Message = "{Barrier}: the lane of a barrier that is gone has not ended and is left to itself")]
    public static partial void LaneLeft(ILogger logger, DeviceId barrier);

    [LoggerMessage(EventId = 3505, Level = LogLevel.Error, Message = "{Barrier}: reading plates failed and begins again in {Delay}")]
    public static partial void WatchFailed(ILogger logger, DeviceId barrier, TimeSpan delay, Exception error);

    [LoggerMessage(EventId = 3506, Level = LogLevel.Warning, Message = "{Barrier}: plates do not decide here: {Cause}")]
    public static partial void ByHand(ILogger logger, DeviceId barrier, string cause);

    [LoggerMessage(EventId = 3507, Level = LogLevel.Information, Message = "{Barrier}: plates decide here")]
    public static partial void Works(ILogger logger, DeviceId barrier);

    [LoggerMessage(EventId = 3508, Level = LogLevel.Error, Message = "{Barrier}: what the picture showed was lost, the lane does not come round")]
    public static partial void FrameLost(ILogger logger, DeviceId barrier);

    [LoggerMessage(EventId = 3509, Level = LogLevel.Error, Message = "{Barrier}: the passage could not be counted")]
    public static partial void NotCounted(ILogger logger, string barrier, Exception error);
}
