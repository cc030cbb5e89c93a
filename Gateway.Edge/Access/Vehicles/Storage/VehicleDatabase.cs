using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles.Storage;

/// <summary><c>vehicles.db</c>. Safe for use by several threads.</summary>
internal sealed class VehicleDatabase(SqliteConnection connection, IJournal journal, ILogger<VehicleDatabase> logger, JournalEntry? damage = null)
    : OutboxDatabase<VehicleTransaction>(connection, journal, damage)
{
    /// <inheritdoc/>
    protected override VehicleTransaction Begin(SqliteConnection file) => new(file);

    /// <inheritdoc/>
    protected override JournalEntry EntryOf(byte[] data, IReadOnlyList<MediaReference> media) =>
        new(EventKind.Audit, EventPriority.Normal, ActionAudit.Gateway, data, media);

    /// <inheritdoc/>
    protected override void TellRecordsWait(JournalUnavailableException error) => VehiclesLog.RecordsWait(logger, error);
}
