using Gateway.Edge.Journal;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>Writes openings and closings into the journal. Never fails: a ticket matters more than its record.</summary>
internal sealed class TicketJournal(IJournal journal, ILogger<TicketJournal> logger)
{
    /// <summary>Records the changes in order.</summary>
    public async Task AppendAsync(IReadOnlyList<TicketChange> changes)
    {
        foreach (var change in changes)
        {
            await AppendAsync(PatrolRecords.Of(change), change.Opened ? PatrolRecords.Opened : PatrolRecords.Closed);
        }
    }

    /// <summary>Records one entry.</summary>
    public async Task AppendAsync(JournalEntry entry, string code)
    {
        try
        {
            await journal.AppendAsync(entry, CancellationToken.None);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever the journal throws must not end patrols.
        catch (Exception error)
#pragma warning restore CA1031
        {
            PatrolsLog.NotRecorded(logger, code, error);
        }
    }
}
