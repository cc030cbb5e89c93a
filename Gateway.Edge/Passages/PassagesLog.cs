using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Passages;

/// <summary>Log messages of the gates.</summary>
internal static partial class PassagesLog
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "{Gate}: the door was not released: {Cause}")]
    public static partial void DoorNotDriven(ILogger logger, DeviceId gate, string cause);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "{Gate}: outcome {Outcome} could not be recorded; the gate goes on")]
    public static partial void NotRecorded(ILogger logger, string gate, PassageOutcome outcome, Exception? error);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "{Gate}: the gate's loop failed and begins again in {Delay}")]
    public static partial void LoopFailed(ILogger logger, DeviceId gate, TimeSpan delay, Exception error);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Error, Message = "{Device}: {Code} could not be recorded")]
    public static partial void ObservationNotRecorded(ILogger logger, DeviceId device, string code, Exception error);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Error, Message = "{Listener} failed on what {Device} reported; the record is made all the same")]
    public static partial void ListenerFailed(ILogger logger, string listener, DeviceId device, Exception error);

    [LoggerMessage(EventId = 3006, Level = LogLevel.Error, Message = "{Gate}: the loop of a gate that is gone has not ended and is left to itself")]
    public static partial void LoopLeft(ILogger logger, DeviceId gate);

    [LoggerMessage(EventId = 3008, Level = LogLevel.Error, Message = "{Gate}: a stranger could not be recorded")]
    public static partial void SightingNotTold(ILogger logger, string gate, Exception error);

    [LoggerMessage(EventId = 3007, Level = LogLevel.Error, Message = "{Gate}: a card or a code could not be answered")]
    public static partial void CredentialFailed(ILogger logger, DeviceId gate, Exception error);

    [LoggerMessage(EventId = 3010, Level = LogLevel.Warning, Message = "{Gate}: a card or a code was read {Age} ago and is not answered any more; hold it to the reader again")]
    public static partial void CredentialStale(ILogger logger, DeviceId gate, TimeSpan age);

    [LoggerMessage(EventId = 3009, Level = LogLevel.Error, Message = "{Device}: {Code} could not be recorded: {Waiting} records wait for the disk already. Look whether it is full or broken")]
    public static partial void ObservationCrowdedOut(ILogger logger, DeviceId device, string code, int waiting);
}
