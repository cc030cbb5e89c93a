using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Edge.Access.Grants.Api;

/// <summary>How grants travel over the gateway's own API: weekly hours as text, instants with their offset.</summary>
internal static class GrantsJson
{
    public static JsonSerializerOptions Options { get; } = StrictJson.With(
        new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new WeeklyHoursConverter(), new InstantConverter());
}
