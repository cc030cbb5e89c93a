using Gateway.Drivers.FaceGates;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>Who may see a gate's display: whoever has its key, and who is signed in to the console.</summary>
internal sealed class DisplayAccess(DisplayReader displays, DisplayKeys keys)
{
    /// <summary>Whether the asker may go on watching: a key that was made void ends its displays.</summary>
    public bool StillAllowed(HttpContext context, string id, string? key) => Find(context, id, key) is not null;

    /// <summary>The gate; null where there is none of this id or the asker may not see it, which look alike from outside.</summary>
    public FaceGateDescription? Find(HttpContext context, string id, string? key) =>
        displays.Find(id) is { } gate && (context.User.Identity is { IsAuthenticated: true } || keys.Matches(gate.Id.Value, key)) ? gate : null;
}
