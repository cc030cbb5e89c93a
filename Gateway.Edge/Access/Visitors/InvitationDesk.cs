using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Grants.Storage;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Access.Visitors;

/// <summary>
/// What residents, and the staff on their behalf, do with invitations. An invitation is a grant with the tag of visitors, so that gates decide on it
/// as on any other; a code of the visitor's; and a link. <c>by</c> is who does it, without personal data. Safe for several threads.
/// </summary>
internal sealed class InvitationDesk(
    IGrantDesk desk,
    GrantDatabase database,
    GrantBook grants,
    PassBook passes,
    InvitationBook invitations,
    InvitationViews views,
    VisitorHosts hosts,
    IOptions<VisitorOptions> options,
    TimeProvider time) : IDisposable
{
    // One at a time: two at once could pass a resident's limit together.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Invites somebody. The link's key is in the answer and nowhere else.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">It could not be written; nobody is invited.</exception>
    public async Task<InvitationChange> InviteAsync(InvitationDraft draft, string by, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (hosts.Find(draft.Host) is not { } host)
            {
                return Refused([VisitorRefusals.NoHost]);
            }

            if (FaultOf(draft, now) is { Count: > 0 } faults)
            {
                return Refused(faults);
            }

            return await GrantAsync(draft, host, by, now, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes an invitation back: gates refuse from now on, a face is erased, the link leads nowhere.</summary>
    /// <param name="id">The invitation.</param>
    /// <param name="host">Whose it must be; null for staff.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Gives up before it has begun.</param>
    /// <returns>The invitation as it stands now; null where there is none.</returns>
    public async Task<InvitationChange?> CancelAsync(Guid id, Guid? host, string by, CancellationToken cancellationToken)
    {
        if (Own(id, host) is not { } invitation || await desk.RevokeAsync(id, by, cancellationToken) is not { } change)
        {
            return null;
        }

        return change.Grant is null ? Refused(change.Refusals) : new InvitationChange(views.Of(invitation), null, []);
    }

    /// <summary>Makes another link for an invitation; the one before leads nowhere.</summary>
    /// <returns>Null where there is no such invitation.</returns>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">It could not be written; the link before still leads there.</exception>
    public async Task<InvitationChange?> LinkAsync(Guid id, Guid? host, string by, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (Own(id, host) is not { } invitation || grants.Now.Find(id) is not { } grant)
            {
                return null;
            }

            if (grant.StateAt(time.GetUtcNow()) is GrantState.Ended or GrantState.Revoked)
            {
                return Refused([GrantRefusal.IsOver]);
            }

            var key = VisitKey.Make();
            await RecordLinkAsync(grant, by, cancellationToken);
            invitations.Put(invitation with { Link = VisitKey.HashOf(key) });
            return new InvitationChange(views.Of(invitation), key, []);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<InvitationChange> GrantAsync(InvitationDraft draft, Resident host, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // As the guard reads it: the flat, and no more of the name than a display shows.
        var inviter = $"{host.Unit} {host.MaskedName}";
        var change = await desk.AddAsync(
            new GrantDraft(
                WorkerTag.Visitor.Code, inviter, draft.Until, Name: draft.Name, Gates: draft.Gates, From: draft.From, Entries: draft.Visits * views.OpeningsPerVisit),
            by,
            cancellationToken);
        if (change.Grant is not { Grant: var grant })
        {
            return Refused(change.Refusals);
        }

        try
        {
            var (pass, fault) = passes.Issue(new PassRequest(grant.Worker));
            if (pass is null)
            {
                await desk.RevokeAsync(grant.Id, by, CancellationToken.None);
                return Refused([new GrantRefusal("grant", "no-code", fault!.Reason)]);
            }

            var key = VisitKey.Make();
            await RecordLinkAsync(grant, by, CancellationToken.None);
            var invitation = new Invitation(grant.Id, host.Id, pass.Id, now, VisitKey.HashOf(key));
            invitations.Put(invitation);
            return new InvitationChange(views.Of(invitation), key, []);
        }
        catch
        {
            // Without a code or a link nobody could use it.
            await desk.RevokeAsync(grant.Id, by, CancellationToken.None);
            throw;
        }
    }

    private List<GrantRefusal> FaultOf(InvitationDraft draft, DateTimeOffset now)
    {
        var (faults, limits, from) = (new List<GrantRefusal>(), options.Value, draft.From ?? now);
        var own = invitations.All.Where(invitation => invitation.Host == draft.Host).ToList();
        Refuse(draft.Visits is < 1 or > InvitationDraft.MostVisits, VisitorRefusals.Visits);
        Refuse(draft.Until - from > limits.Longest, VisitorRefusals.TooLong(limits.Longest));
        Refuse(from - now > limits.Ahead, VisitorRefusals.TooEarly(limits.Ahead));
        Refuse(own.Count(invitation => views.Of(invitation) is { IsOpen: true }) >= limits.MostOpen, VisitorRefusals.TooManyOpen(limits.MostOpen));
        Refuse(own.Count(invitation => now - invitation.Made < TimeSpan.FromDays(1)) >= limits.MostPerDay, VisitorRefusals.TooManyToday(limits.MostPerDay));
        return faults;

        void Refuse(bool wrong, GrantRefusal refusal)
        {
            if (wrong)
            {
                faults.Add(refusal);
            }
        }
    }

    private Invitation? Own(Guid id, Guid? host) =>
        invitations.Find(id) is { Forget: false } invitation && (host is null || host == invitation.Host) ? invitation : null;

    private Task<bool> RecordLinkAsync(Grant grant, string by, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            change.Record(GrantAudit.Of(GrantAudit.LinkMade, grant.Id, by, GrantSentences.LinkMade(grant), time.GetUtcNow()));
            return true;
        },
        remember: null,
        cancellationToken);

    private static InvitationChange Refused(IReadOnlyList<GrantRefusal> refusals) => new(null, null, refusals);
}
