using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Ingest;
using Gateway.Cloud.Station.Live;
using Gateway.Cloud.Station.Outbox;
using Gateway.Cloud.Station.Storage;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Station.Alerts;

/// <summary>
/// Acknowledges and reopens alerts. The alert shows its present state alone; who changed it before stays in the audit rows of the same
/// transaction. So does the order to the compound to show a caller that somebody has taken note.
/// </summary>
internal sealed class AlertMarks(CommandOutbox outbox, LiveSignal live, TimeProvider time)
{
    /// <summary>Sets the mark; nothing happens where it is set already.</summary>
    public async Task SetAsync(StationDatabase database, AlertMark mark, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await ChangeAsync(database, mark, now, cancellationToken))
        {
            return;
        }

        database.AlertMarks.Add(new AlertMarkRow
        {
            Time = now,
            Officer = mark.Officer,
            Alert = mark.Alert,
            Acknowledged = mark.Acknowledged,
            Address = mark.Address,
        });
        await OrderAsync(database, mark, now, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Wake();
        live.Raise();
    }

    private static async Task<bool> ChangeAsync(StationDatabase database, AlertMark mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (by, at) = mark.Acknowledged ? (mark.Officer, (DateTimeOffset?)now) : (null, null);
        return await database.Alerts.Where(row => row.Id == mark.Alert && (row.AcknowledgedAt == null) == mark.Acknowledged)
            .ExecuteUpdateAsync(
                change => change
                    .SetProperty(row => row.AcknowledgedBy, by)
                    .SetProperty(row => row.AcknowledgedAt, at)
                    .SetProperty(row => row.Revision, database.Alerts.Max(other => other.Revision) + 1),
                cancellationToken) > 0;
    }

    // What the lamp has shown stays shown: a reopened alert does not tell the caller that nobody comes any more. Tampering has no caller.
    private static async Task OrderAsync(StationDatabase database, AlertMark mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!mark.Acknowledged)
        {
            await CommandOutbox.WithdrawAsync(database, mark.Alert, now, cancellationToken);
        }
        else if (await database.Alerts.AsNoTracking().SingleAsync(row => row.Id == mark.Alert, cancellationToken) is { Kind: EventKind.Sos, Weight: >= AlertNews.Call, LampAt: null } alert)
        {
            CommandOutbox.Add(database, alert, mark.Officer, now);
        }
    }
}
