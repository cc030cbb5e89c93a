using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>Writes messages of OCPP-J.</summary>
internal static class OcppWriter
{
    private static readonly JsonSerializerOptions s_format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Call(string id, string action, JsonObject payload) => Bytes(new JsonArray(2, id, action, payload));

    public static byte[] Result(string id, JsonObject payload) => Bytes(new JsonArray(3, id, payload));

    public static byte[] Error(string id, OcppViolation violation) =>
        Bytes(new JsonArray(4, id, violation.Code, violation.Words, new JsonObject()));

    private static byte[] Bytes(JsonArray frame) => JsonSerializer.SerializeToUtf8Bytes(frame, s_format);
}
