using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Edge.Access.Vehicles.Api;

/// <summary>How vehicles travel over the gateway's own API: plates and weekly hours as text.</summary>
internal static class VehiclesJson
{
    public static JsonSerializerOptions Options { get; } = StrictJson.With(
        new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new PlateNumberConverter(), new WeeklyHoursConverter());
}
