using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants.Storage;

/// <summary><c>grants.db</c>. Safe for use by several threads.</summary>
internal sealed class GrantDatabase(SqliteConnection connection, IJournal journal, ILogger<GrantDatabase> logger, JournalEntry? damage = null)
    : OutboxDatabase<GrantTransaction>(connection, journal, damage)
{
    /// <inheritdoc/>
    protected override GrantTransaction Begin(SqliteConnection file) => new(file);

    /// <inheritdoc/>
    protected override JournalEntry EntryOf(byte[] data, IReadOnlyList<MediaReference> media)
    {
        var record = JsonSerializer.Deserialize<GrantRecord>(data)!;
        return new JournalEntry(record.Kind, record.Priority, record.Device, record.Data, media);
    }

    /// <inheritdoc/>
    protected override void TellRecordsWait(JournalUnavailableException error) => GrantsLog.RecordsWait(logger, error);
}
