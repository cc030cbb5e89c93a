using System.Text.Json.Serialization;

namespace Gateway.Cloud.Contract.Commands;

/// <summary>How a gateway answered a command.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommandOutcome>))]
public enum CommandOutcome
{
    /// <summary>It was done, now or when the order first came.</summary>
    Done,

    /// <summary>The gateway does not act on it: unknown, expired, repeated, forged.</summary>
    Refused,

    /// <summary>The gateway tried and could not.</summary>
    Failed,
}
