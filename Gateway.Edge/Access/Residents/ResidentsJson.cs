using System.Text.Json;

namespace Gateway.Edge.Access.Residents;

/// <summary>How residents travel over the gateway's own API.</summary>
internal static class ResidentsJson
{
    public static JsonSerializerOptions Options { get; } = StrictJson.With();
}
