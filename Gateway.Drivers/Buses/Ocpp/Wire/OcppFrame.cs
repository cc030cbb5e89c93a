using System.Text.Json;

namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>One message of OCPP-J. Payloads live only as long as the document that they were read from.</summary>
/// <param name="Id">The id that ties an answer to its call, at most <see cref="IdLength"/> characters.</param>
internal abstract record OcppFrame(string Id)
{
    /// <summary>The protocol says 36; some chargers send longer ones, and echoing them costs nothing.</summary>
    public const int IdLength = 128;

    private const int ActionLength = 64;
    private const int CallType = 2;
    private const int ResultType = 3;
    private const int ErrorType = 4;

    public sealed record Call(string Id, string Action, JsonElement Payload) : OcppFrame(Id);

    public sealed record Result(string Id, JsonElement Payload) : OcppFrame(Id);

    public sealed record Error(string Id, string Code, string Description) : OcppFrame(Id);

    /// <summary>A call that can be answered, but only with an error.</summary>
    public sealed record Broken(string Id, OcppViolation Violation) : OcppFrame(Id);

    /// <summary>Reads a message; null where it is so malformed that there is no id to answer.</summary>
    public static OcppFrame? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() < 2
            || root[0].ValueKind != JsonValueKind.Number || !root[0].TryGetInt32(out var type)
            || root[1].AsText() is not { Length: > 0 and <= IdLength } id)
        {
            return null;
        }

        return type switch
        {
            CallType => ReadCall(root, id),
            ResultType => new Result(id, Part(root, 2)),
            ErrorType => new Error(id, Part(root, 2).AsText() ?? "", Part(root, 3).AsText() ?? ""),
            _ => null, // To be ignored, says the specification.
        };
    }

    private static OcppFrame ReadCall(JsonElement root, string id)
    {
        if (Part(root, 2).AsText() is not { Length: > 0 and <= ActionLength } action)
        {
            return new Broken(id, new OcppViolation(OcppViolation.Formation, "The third part of a call must be the name of an action."));
        }

        var payload = Part(root, 3);
        return payload.ValueKind is JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined
            ? new Call(id, action, payload)
            : new Broken(id, new OcppViolation(OcppViolation.Formation, "The fourth part of a call must be an object."));
    }

    private static JsonElement Part(JsonElement root, int index) => index < root.GetArrayLength() ? root[index] : default;
}
