using System.Text.Json.Nodes;
using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>What a call is answered with: a result, or an error.</summary>
internal readonly record struct IncomingReply(JsonObject? Result, OcppViolation? Error)
{
    public static implicit operator IncomingReply(JsonObject result) => new(result, null);

    public static implicit operator IncomingReply(OcppViolation error) => new(null, error);
}
