using System.Text.Json;

namespace Gateway.Drivers.FaceGates.Terminals.Isapi;

/// <summary>An access event in the terminal's words, live or from its log.</summary>
/// <param name="Serial">The terminal's number of the event.</param>
/// <param name="At">When, by the terminal's clock; null where it does not say.</param>
/// <param name="Major">Class of event; 5 for what happens at the door.</param>
/// <param name="Minor">Which event of the class.</param>
/// <param name="Number">The person's number; null for nobody known.</param>
/// <param name="Late">The terminal had kept it for us.</param>
/// <param name="Asks">The terminal waits for an answer.</param>
/// <param name="Pictures">Pictures that come after it.</param>
internal sealed record IsapiNotice(long Serial, DateTimeOffset? At, int Major, int Minor, string? Number, bool Late, bool Asks, int Pictures)
{
    private const int MostPictures = 4;

    /// <summary>An event as it is pushed or streamed; null for a heartbeat and for events of other kinds.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IsapiNotice? Live(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.Text("eventType") != "AccessControllerEvent" || root.Member("AccessControllerEvent") is not { } body)
        {
            return null;
        }

        var late = body.Flag("currentEvent") == false;
        return Of(body, root.Time("dateTime"), "majorEventType", "subEventType", late);
    }

    /// <summary>An event of the terminal's log; null for one without a number.</summary>
    public static IsapiNotice? Logged(JsonElement body) => Of(body, body.Time("time"), "major", "minor", late: true);

    private static IsapiNotice? Of(JsonElement body, DateTimeOffset? at, string major, string minor, bool late) =>
        body.Long("serialNo") is { } serial && body.Int(major) is { } first && body.Int(minor) is { } second
            ? new IsapiNotice(
                serial,
                at,
                first,
                second,
                body.Text("employeeNoString") is { Length: > 0 and <= TerminalPerson.LongestText } number ? number : null,
                late,
                !late && body.Flag("remoteCheck") == true,
                Math.Clamp(body.Int("picturesNumber") ?? 0, 0, MostPictures))
            : null;
}
