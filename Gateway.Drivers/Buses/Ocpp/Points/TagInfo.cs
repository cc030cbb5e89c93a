using System.Text.Json.Nodes;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>The protocol's <c>idTagInfo</c>.</summary>
internal static class TagInfo
{
    /// <summary>
    /// Every card may charge: who pays is the business of the chargers' operator, whose local list decides at the charger. The gateway
    /// watches how the charge goes.
    /// </summary>
    public static JsonObject Of(string tag) => new() { ["status"] = tag.Length > 0 ? "Accepted" : "Invalid" };
}
