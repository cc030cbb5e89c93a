using System.Text.Json.Serialization;

namespace Gateway.Cloud.Contract.Events;

/// <summary>How one attempt to pass ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PassageOutcome>))]
public enum PassageOutcome
{
    OpenedResident,
    OpenedTemporaryWorker,
    Refused,
    Stranger,

    /// <summary>Fire or emergency release: the way was free for everybody.</summary>
    OpenedInEmergency,
}
