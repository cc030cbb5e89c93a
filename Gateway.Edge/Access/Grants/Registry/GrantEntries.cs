using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants.Storage;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>
/// Counts entries and keeps who is inside: in memory at once, so that the next decision at any gate knows, and on the disk beside the gates,
/// which wait for neither. Safe for use by several threads.
/// </summary>
internal sealed class GrantEntries(GrantDatabase database, GrantBook book, GrantOptions options, ILogger<GrantEntries> logger) : OrderedRecorder<Guid>(4096)
{
    /// <summary>A worker has come in on a grant.</summary>
    /// <returns>The grant as it stands now; null where it is gone.</returns>
    public Grant? Entered(Guid grant, string gate, DateTimeOffset at) => Note(grant, known => known with
    {
        EntriesUsed = known.EntriesUsed + 1,
        LastEntry = new LastEntry(gate, at),
        // Only where leaving is seen as well: otherwise everybody would stay inside for ever.
        InsideSince = options.ExitGates.Count > 0 ? known.InsideSince ?? at : null,
    });

    /// <summary>A worker has gone out: is inside on no grant any more.</summary>
    public void Left(Guid worker)
    {
        foreach (var grant in book.Now.GrantsOf(worker).Where(grant => grant.InsideSince is not null))
        {
            Note(grant.Id, known => known with { InsideSince = null, OverstayedAt = null });
        }
    }

    /// <summary>A worker was found inside beyond the window.</summary>
    public void Overstayed(Guid grant, DateTimeOffset at) => Note(grant, known => known with { OverstayedAt = at });

    /// <inheritdoc/>
    protected override async Task RecordAsync(Guid record) => await database.ChangeAsync(
        change =>
        {
            // As it stands by now: one write may stand for several entries.
            if (book.Now.Find(record) is { } grant)
            {
                GrantRows.Use(change.File, grant);
            }

            return true;
        },
        remember: null,
        CancellationToken.None);

    /// <inheritdoc/>
    protected override void TellLost(Guid record, Exception? error) => GrantsLog.EntryNotStored(logger, record, error);

    private Grant? Note(Guid id, Func<Grant, Grant> change)
    {
        Grant? noted = null;
        book.Change(before =>
        {
            noted = before.Find(id) is { } known ? change(known) : null;
            return noted is null ? before : before.With([], [noted]);
        });
        Enqueue(id);
        return noted;
    }
}
