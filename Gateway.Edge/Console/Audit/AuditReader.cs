using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Digest.Search;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Audit;

/// <summary>Finds audit records, from the newest backwards. Safe for several threads.</summary>
internal sealed class AuditReader(RecordFinder finder)
{
    /// <summary>Lines of one page.</summary>
    public const int Rows = 50;

    /// <summary>Up to <see cref="Rows"/> lines before a sequence.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only records before this sequence; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read; the message says why.</exception>
    public async Task<AuditPart> FindAsync(AuditFilter filter, long? before, CancellationToken cancellationToken)
    {
        var query = new EventQuery
        {
            Sorts = sort => sort.Kind == EventKind.Audit && (filter.Besides is null || sort.Code != filter.Besides),
            Person = filter.Subject?.ToString("N"),
            Since = filter.Since,
            Until = filter.Until,
        };
        var found = await finder.FindAsync(query, record => AuditLines.Of(record) is { } line && filter.Matches(line) ? line : null, before, Rows, cancellationToken);
        return new AuditPart(found.Lines, found.Before) { LookedTo = found.LookedTo };
    }
}
