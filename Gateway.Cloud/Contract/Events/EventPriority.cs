using System.Text.Json.Serialization;

namespace Gateway.Cloud.Contract.Events;

/// <summary>How urgently a record wants attention; a lower number overtakes a higher one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventPriority>))]
public enum EventPriority
{
    Emergency = 0,
    High = 1,
    Normal = 2,
    Info = 3,
}
