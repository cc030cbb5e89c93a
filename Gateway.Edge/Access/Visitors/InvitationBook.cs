using System.Collections.Immutable;

namespace Gateway.Edge.Access.Visitors;

/// <summary>All invitations, on the disk before they count. Pages look without waiting for the disk. Safe for several threads.</summary>
internal sealed class InvitationBook : IDisposable
{
    // Of those who change something alone: it is held while the disk writes.
    private readonly Lock _gate = new();
    private readonly InvitationRows _rows;
    private volatile ImmutableDictionary<Guid, Invitation> _invitations;
    private volatile ImmutableDictionary<string, Guid> _links;

    public InvitationBook(InvitationRows rows)
    {
        _rows = rows;
        var all = rows.ReadAll();
        _invitations = all.ToImmutableDictionary(invitation => invitation.Grant);
        _links = all.ToImmutableDictionary(invitation => invitation.Link, invitation => invitation.Grant, StringComparer.Ordinal);
    }

    /// <summary>Every invitation that is kept, in no order.</summary>
    public IEnumerable<Invitation> All => _invitations.Values;

    /// <summary>An invitation by its grant; null where there is none.</summary>
    public Invitation? Find(Guid grant) => _invitations.GetValueOrDefault(grant);

    /// <summary>The invitation of a link's key; null for one that was made up, replaced or erased.</summary>
    public Invitation? OfKey(string? key) =>
        VisitKey.Looks(key) && _links.TryGetValue(VisitKey.HashOf(key!), out var grant) ? _invitations.GetValueOrDefault(grant) : null;

    /// <summary>Puts an invitation in, or in the place of what it was.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">It could not be written; nothing has changed.</exception>
    public void Put(Invitation invitation)
    {
        lock (_gate)
        {
            _rows.Put(invitation);
            _links = (Find(invitation.Grant) is { } before ? _links.Remove(before.Link) : _links).SetItem(invitation.Link, invitation.Grant);
            _invitations = _invitations.SetItem(invitation.Grant, invitation);
        }
    }

    /// <summary>Erases an invitation; its link leads nowhere.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">It could not be written; nothing has changed.</exception>
    public void Remove(Invitation invitation)
    {
        lock (_gate)
        {
            _rows.Delete(invitation.Grant);
            _links = _links.Remove(invitation.Link);
            _invitations = _invitations.Remove(invitation.Grant);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();
}
