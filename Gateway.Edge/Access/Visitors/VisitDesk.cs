using System.Collections.Concurrent;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Access.Visitors;

/// <summary>
/// What a visitor does who has the link: look, choose the face or not, withdraw, have everything erased. The key is the proof; a link whose
/// invitation is over proves nothing. Safe for several threads.
/// </summary>
internal sealed class VisitDesk(
    InvitationBook invitations,
    InvitationViews views,
    VisitorHosts hosts,
    GrantBook grants,
    GrantFaces faces,
    IGrantDesk desk,
    PassBook passes,
    GrantOptions grantOptions,
    IOptions<VisitorOptions> options,
    TimeProvider time) : IDisposable
{
    /// <summary>Who acts, as records name them.</summary>
    public const string By = "visitor";

    // One photo at a time: looking at one takes a core, and gates need them too.
    private readonly SemaphoreSlim _photo = new(1, 1);
    private readonly ConcurrentDictionary<Guid, int> _tries = new();

    /// <summary>Largest photo in bytes.</summary>
    public int LargestPhoto => grantOptions.MaximumPhotoBytes;

    /// <summary>The visit of a key; null where the link leads nowhere, be it never made, over, cancelled or its host gone.</summary>
    public Visit? Open(string? key)
    {
        if (Find(key) is not var (invitation, grant, worker) || hosts.Find(invitation.Host) is not { } host)
        {
            return null;
        }

        var pass = passes.Find(invitation.Pass) is { } held && held.StandsAt(time.GetUtcNow()) ? held.Id : (Guid?)null;
        return new Visit(
            grant.Id, worker.Name, host.Unit, host.MaskedName, grant.From, grant.Until, grant.Places.Gates, views.VisitsOf(grant), pass, worker.Templates > 0);
    }

    /// <summary>Enrols the visitor's face until the end.</summary>
    /// <param name="key">The link's key.</param>
    /// <param name="photo">A JPEG file; null where none came.</param>
    /// <param name="consents">Whether the visitor agrees to <see cref="VisitConsent"/>.</param>
    /// <param name="by">Who asks, without personal data.</param>
    /// <param name="cancellationToken">Gives up while others have their turn.</param>
    /// <returns>Why not; empty when it is enrolled, null where the link leads nowhere.</returns>
    public async Task<IReadOnlyList<GrantRefusal>?> GiveFaceAsync(string key, byte[]? photo, bool consents, string by, CancellationToken cancellationToken)
    {
        if (Open(key) is not { } visit)
        {
            return null;
        }

        if (!consents)
        {
            return [VisitorRefusals.Consent];
        }

        if (photo is not { Length: > 0 } || photo.Length > LargestPhoto)
        {
            return [VisitorRefusals.PhotoSize(LargestPhoto)];
        }

        // Counted before it is looked at, or many at the same moment would all be.
        if (_tries.AddOrUpdate(visit.Grant, 1, static (_, before) => Math.Min(before + 1, int.MaxValue - 1)) > options.Value.FaceTries)
        {
            return [VisitorRefusals.Tries];
        }

        await _photo.WaitAsync(cancellationToken);
        try
        {
            var refusals = await faces.GiveAsync(visit.Grant, photo, VisitConsent.Version, by, cancellationToken);
            return [.. refusals.Select(refusal => refusal.Code == EnrolmentRefusal.Duplicate ? VisitorRefusals.Ambiguous : refusal with { Field = "photo" })];
        }
        finally
        {
            _photo.Release();
        }
    }

    /// <summary>The visitor withdraws the consent: the face is erased, the code goes on.</summary>
    /// <returns>False where the link leads nowhere.</returns>
    public async Task<bool> TakeFaceAsync(string key, string by, CancellationToken cancellationToken)
    {
        if (Find(key) is not var (invitation, _, _))
        {
            return false;
        }

        await faces.TakeAsync(invitation.Grant, by, cancellationToken);
        return true;
    }

    /// <summary>
    /// The visitor wants nothing kept: face and code open nothing from now on, and name, consent and grant are erased as soon as every device has
    /// confirmed the end.
    /// </summary>
    /// <returns>False where the link leads nowhere.</returns>
    public async Task<bool> ForgetAsync(string key, string by, CancellationToken cancellationToken)
    {
        if (Find(key) is not var (invitation, _, _))
        {
            return false;
        }

        // First what is to come of it, which outlives a stop; the rest is caught up with.
        invitations.Put(invitation with { Forget = true });
        await desk.RevokeAsync(invitation.Grant, by, CancellationToken.None);
        passes.Revoke(invitation.Pass);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _photo.Dispose();

    private (Invitation Invitation, Grant Grant, TemporaryWorker Worker)? Find(string? key) =>
        invitations.OfKey(key) is { Forget: false } invitation && grants.Now.Find(invitation.Grant) is { IsLive: true } grant
            && time.GetUtcNow() < grant.Until && grants.Now.Worker(grant.Worker) is { } worker
            ? (invitation, grant, worker)
            : null;
}
