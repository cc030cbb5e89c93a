using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Access.Visitors;

/// <summary>Invitations with what their grants say of them.</summary>
internal sealed class InvitationViews(InvitationBook invitations, GrantBook grants, GrantOptions options, TimeProvider time)
{
    /// <summary>
    /// Openings that a visit is worth. Where no gate is for going out only, the way out is decided as a way in, and whoever came must be able to
    /// leave; where there is one, nobody is held back there.
    /// </summary>
    public int OpeningsPerVisit => options.ExitGates.Count > 0 ? 1 : 2;

    /// <summary>One invitation; null once its grant is erased.</summary>
    public InvitationView? Of(Invitation invitation) => grants.Now.Find(invitation.Grant) is { } grant
        ? new InvitationView(
            grant.Id,
            invitation.Host,
            grants.Now.Worker(grant.Worker)?.Name ?? "?",
            grant.From,
            grant.Until,
            grant.Places.Gates,
            VisitsOf(grant),
            grant.StateAt(time.GetUtcNow()),
            grant.EntriesUsed > 0,
            invitation.Made)
        : null;

    /// <summary>Invitations, open ones first, then the newest; of one resident where <paramref name="host"/> is set.</summary>
    public IReadOnlyList<InvitationView> List(Guid? host = null) =>
    [
        .. invitations.All.Where(invitation => (host is null || invitation.Host == host) && !invitation.Forget)
            .Select(Of).OfType<InvitationView>().OrderByDescending(view => view.IsOpen).ThenByDescending(view => view.Made),
    ];

    /// <summary>How many times a visitor may come.</summary>
    public int VisitsOf(Grant grant) => Math.Max(1, (grant.Entries ?? 1) / OpeningsPerVisit);
}
