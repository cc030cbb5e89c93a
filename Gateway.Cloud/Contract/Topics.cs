namespace Gateway.Cloud.Contract;

/// <summary>The topic tree <c>sc/v1/{station}/{compound}/...</c>. Station and compound ids are lower-case letters, digits and hyphens.</summary>
public static class Topics
{
    /// <summary>Gateway to station: one event.</summary>
    public static string Event(string station, string compound, string kind) => $"sc/v1/{station}/{compound}/event/{kind}";

    /// <summary>Gateway to station: one chunk of a medium; index and count in user properties.</summary>
    public static string Media(string station, string compound, string sha256) => $"sc/v1/{station}/{compound}/media/{sha256}";

    /// <summary>Gateway, retained: online or, by last will, offline.</summary>
    public static string State(string station, string compound) => $"sc/v1/{station}/{compound}/state";

    /// <summary>Station to gateway: what is stored and what is missing.</summary>
    public static string Receipt(string station, string compound) => $"sc/v1/{station}/{compound}/receipt";

    /// <summary>Station to gateway: a signed command.</summary>
    public static string Command(string station, string compound, string name) => $"sc/v1/{station}/{compound}/command/{name}";

    /// <summary>Gateway to station: what became of a command.</summary>
    public static string Reply(string station, string compound, string name) => $"sc/v1/{station}/{compound}/reply/{name}";

    /// <summary>Station to gateway: a prevention notice.</summary>
    public static string Notice(string station, string compound) => $"sc/v1/{station}/{compound}/notice";

    /// <summary>Shared filter over all events of a station, so that any number of processes share the load.</summary>
    public static string AllEvents(string station) => $"$share/station/sc/v1/{station}/+/event/#";

    /// <summary>Shared filter over all media of a station.</summary>
    public static string AllMedia(string station) => $"$share/station/sc/v1/{station}/+/media/+";

    /// <summary>Shared filter over the replies of all gateways of a station.</summary>
    public static string AllReplies(string station) => $"$share/station/sc/v1/{station}/+/reply/+";

    /// <summary>Filter over all gateways' states.</summary>
    public static string AllStates(string station) => $"sc/v1/{station}/+/state";

    /// <summary>The compound of a topic of this tree, or null when the topic has another shape.</summary>
    public static string? CompoundOf(string topic)
    {
        var parts = topic.Split('/');
        return parts.Length >= 5 && parts[0] == "sc" && parts[1] == "v1" ? parts[3] : null;
    }
}
