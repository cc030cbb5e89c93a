using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Access.Visitors;

/// <summary>Either the invitation as it now stands or the reasons for refusal, never both.</summary>
/// <param name="Invitation">The invitation; null when refused.</param>
/// <param name="Key">The key of a link that was just made: it is never to be had again.</param>
/// <param name="Refusals">Every reason, field by field; empty when done.</param>
internal sealed record InvitationChange(InvitationView? Invitation, string? Key, IReadOnlyList<GrantRefusal> Refusals)
{
    /// <summary>Path of the page that a key opens.</summary>
    public static string PageOf(string key) => $"/visit/{key}";
}
