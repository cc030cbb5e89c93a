using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Log messages of falling objects.</summary>
internal static partial class FallsLog
{
    [LoggerMessage(EventId = 3301, Level = LogLevel.Warning, Message = "{Camera}: fall {Count} of its incident is on record {Latency} after its end: {Words}")]
    public static partial void Recorded(ILogger logger, DeviceId camera, int count, string words, TimeSpan latency);

    [LoggerMessage(EventId = 3302, Level = LogLevel.Error, Message = "{Camera}: the fall of {Ended:O} could not be recorded; next try in {Delay}")]
    public static partial void RecordedLater(ILogger logger, DeviceId camera, DateTimeOffset ended, TimeSpan delay, Exception error);

    [LoggerMessage(EventId = 3303, Level = LogLevel.Error, Message = "{Camera}: the fall of {Ended:O} could not be recorded and is lost")]
    public static partial void NotRecorded(ILogger logger, DeviceId camera, DateTimeOffset ended, Exception error);

    [LoggerMessage(EventId = 3304, Level = LogLevel.Error, Message = "{Camera}: too many falls wait to be recorded; the one of {Ended:O} is lost")]
    public static partial void TooMany(ILogger logger, DeviceId camera, DateTimeOffset ended);

    [LoggerMessage(EventId = 3305, Level = LogLevel.Error, Message = "{Camera}: too much evidence is being gathered; that of {Object} waits for the next start")]
    public static partial void TooMuchEvidence(ILogger logger, string camera, string @object);

    [LoggerMessage(EventId = 3306, Level = LogLevel.Error, Message = "{Camera}: evidence of {Object} could not be kept or recorded")]
    public static partial void NoEvidence(ILogger logger, string camera, string @object, Exception error);

    [LoggerMessage(EventId = 3307, Level = LogLevel.Information, Message = "{Camera}: the gateway stops before the evidence of {Object} is there; it is taken up at the next start")]
    public static partial void EvidenceLater(ILogger logger, string camera, string @object);

    [LoggerMessage(EventId = 3308, Level = LogLevel.Error, Message = "{Camera}: no clip of {Object}: {Reason}")]
    public static partial void NoClip(ILogger logger, DeviceId camera, string @object, string reason);

    [LoggerMessage(EventId = 3309, Level = LogLevel.Error, Message = "{Camera}: no masked copy of the clip of {Object}: {Reason}")]
    public static partial void NoMaskedClip(ILogger logger, DeviceId camera, string @object, string reason);

    [LoggerMessage(EventId = 3310, Level = LogLevel.Error, Message = "{Camera}: watching for falling objects failed and begins again in {Delay}")]
    public static partial void WatchFailed(ILogger logger, DeviceId camera, TimeSpan delay, Exception error);

    [LoggerMessage(EventId = 3311, Level = LogLevel.Error, Message = "{Camera}: the watch of a camera that is gone has not ended and is left to itself")]
    public static partial void WatchLeft(ILogger logger, DeviceId camera);

    [LoggerMessage(EventId = 3312, Level = LogLevel.Error, Message = "{Camera}: {Code} could not be recorded")]
    public static partial void HealthNotRecorded(ILogger logger, DeviceId camera, string code, Exception error);

    [LoggerMessage(EventId = 3313, Level = LogLevel.Warning, Message = "{Camera}: {Share:P0} of its frames are lost, the gateway does not keep up")]
    public static partial void Overloaded(ILogger logger, DeviceId camera, double share);

    [LoggerMessage(EventId = 3314, Level = LogLevel.Warning, Message = "Evidence of {Count} falls is taken up that the gateway's end left undone")]
    public static partial void TakenUp(ILogger logger, int count);

    [LoggerMessage(EventId = 3315, Level = LogLevel.Error, Message = "Evidence that the gateway's end left undone is not taken up: the journal cannot be read")]
    public static partial void NotTakenUp(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3316, Level = LogLevel.Error, Message = "{Camera}: evidence of {Object} could not be recorded; next try in {Delay}")]
    public static partial void EvidenceAgain(ILogger logger, string camera, string @object, TimeSpan delay, Exception error);

    [LoggerMessage(EventId = 3317, Level = LogLevel.Warning, Message = "{Camera}: {Share:P0} of its frames differ as a whole, falls are hardly seen")]
    public static partial void Blind(ILogger logger, DeviceId camera, double share);
}
