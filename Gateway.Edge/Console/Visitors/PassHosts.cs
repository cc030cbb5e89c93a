using Gateway.Edge.Access;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Visitors;

namespace Gateway.Edge.Console.Visitors;

/// <summary>Whom the page of a pass stands for, as one who may invite: its address is the proof, as it is for passing.</summary>
internal sealed class PassHosts(PassBook passes, PassSecrets secrets, VisitorHosts hosts, TimeProvider time)
{
    /// <summary>The pass and its resident; null for a pass that does not stand, and for holders who may not invite, such as workers.</summary>
    public (Pass Pass, Resident Host)? Find(string? key) =>
        PassAddress.Read(secrets, key) is { } id && passes.Find(id) is { } pass && pass.StandsAt(time.GetUtcNow()) && hosts.Find(pass.Subject) is { } host
            ? (pass, host)
            : null;

    /// <summary>Who acts through a pass, as records name them.</summary>
    public static string By(Pass pass, HttpContext context) => ActionAudit.ByName(NameOf(pass), context);

    /// <summary>The same without where from.</summary>
    public static string NameOf(Pass pass) => $"pass {pass.Id:D}";
}
