using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Charging.Storage;

/// <summary><c>charging.db</c>: sessions, curves, labels and findings. Safe for use by several threads.</summary>
internal sealed class ChargingDatabase(SqliteConnection connection, IJournal journal, ILogger<ChargingDatabase> logger, JournalEntry? damage = null)
    : OutboxDatabase<ChargingTransaction>(connection, journal, damage)
{
    /// <inheritdoc/>
    protected override ChargingTransaction Begin(SqliteConnection file) => new(file);

    /// <inheritdoc/>
    protected override JournalEntry EntryOf(byte[] data, IReadOnlyList<MediaReference> media) =>
        JsonSerializer.Deserialize<ChargingRecord>(data, JsonSerializerOptions.Web)!.ToEntry();

    /// <inheritdoc/>
    protected override void TellRecordsWait(JournalUnavailableException error) => ChargingLog.RecordsWait(logger, error);
}
