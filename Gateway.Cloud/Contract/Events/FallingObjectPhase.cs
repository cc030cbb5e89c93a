using System.Text.Json.Serialization;

namespace Gateway.Cloud.Contract.Events;

/// <summary>What a <see cref="EventKind.FallingObject"/> event tells about one fallen thing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FallingObjectPhase>))]
public enum FallingObjectPhase
{
    /// <summary>It has fallen. Comes first, with whatever evidence was at hand within a second.</summary>
    Alert,

    /// <summary>Its evidence is complete, or will not come and why; the event's media are the evidence.</summary>
    Evidence,
}
