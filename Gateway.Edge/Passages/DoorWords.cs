using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.FaceGates;

namespace Gateway.Edge.Passages;

/// <summary>How a door's events are recorded: under which code, how urgently, in which words.</summary>
internal static class DoorWords
{
    /// <summary>Null for what is not worth a record of its own.</summary>
    public static (string Code, EventPriority Priority, LocalizedText Words)? For(DoorEvent door) => door switch
    {
        DoorEvent.Opened => ("door-opened", EventPriority.Info, new("门已打开", "The door was opened")),
        DoorEvent.HeldOpen => ("door-held-open", EventPriority.Normal, new("门长时间未关，请查看", "The door has been held open; please look")),
        DoorEvent.ForcedOpen => ("door-forced-open", EventPriority.High, new("门未经放行被打开", "The door was opened without a release")),
        DoorEvent.NotUsed => ("door-not-used", EventPriority.Info, new("已放行，但无人通过", "Released, but nobody passed")),
        _ => null,
    };
}
