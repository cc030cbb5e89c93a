using Gateway.Edge.Access.Grants.Crew;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>
/// What property staff do with temporary access: on the registry itself, or through a running gateway. Every change is durable, with its
/// audit fact, and in force at every gate that asks the gateway, when it returns. <c>by</c> is who does it, without personal data; a gateway
/// asked over its API puts in what it knows itself. Safe for use by several threads.
/// </summary>
internal interface IGrantDesk
{
    /// <summary>Grants access to a new or a known person.</summary>
    Task<GrantChange> AddAsync(GrantDraft draft, string by, CancellationToken cancellationToken);

    /// <summary>Sets a later end, also after the end: then the face has been erased and has to be given again. Null when there is no such grant.</summary>
    Task<GrantChange?> RenewAsync(Guid id, DateTimeOffset until, string by, CancellationToken cancellationToken);

    /// <summary>Sets an earlier end that is still to come. Null when there is no such grant.</summary>
    Task<GrantChange?> ShortenAsync(Guid id, DateTimeOffset until, string by, CancellationToken cancellationToken);

    /// <summary>Takes a grant back; the face is erased unless another grant needs it. Null when there is no such grant.</summary>
    Task<GrantChange?> RevokeAsync(Guid id, string by, CancellationToken cancellationToken);

    /// <summary>Notes that the worker has left, where no exit gate has seen it. Null when there is no such grant.</summary>
    Task<GrantChange?> LeftAsync(Guid id, string by, CancellationToken cancellationToken);

    /// <summary>Grants, the newest first.</summary>
    Task<IReadOnlyList<GrantView>> ListAsync(GrantFilter filter, CancellationToken cancellationToken);

    /// <summary>One grant with the receipts of every device; null when there is none.</summary>
    Task<GrantReport?> ShowAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Grants access to a contractor's crew from a CSV file (docs/temporary-access.md), by default all rows or none.</summary>
    Task<CrewReport> ImportAsync(ReadOnlyMemory<byte> file, CrewTerms terms, string by, CancellationToken cancellationToken);
}
