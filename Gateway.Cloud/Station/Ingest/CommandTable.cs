using System.Data.Common;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>
/// Writes what gateways answer. A command that was done is finished, and one that came after its call was over; with any other answer it stays
/// open with the reason, and is issued again until its time is up. A reply of a compound settles nothing of another.
/// </summary>
internal sealed class CommandTable(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private readonly SqlStatement _done = new(
        connection,
        transaction,
        """
        UPDATE commands SET finished = @now, outcome = 'Done', reason_zh = NULL, reason_en = NULL
        WHERE id = @id AND compound = @compound AND (finished IS NULL OR outcome = 'Unconfirmed') RETURNING alert
        """,
        "@now", "@id", "@compound");

    private readonly SqlStatement _notDone = new(
        connection,
        transaction,
        """
        UPDATE commands SET reason_zh = @zh, reason_en = @en, finished = @finished, outcome = CASE WHEN @finished IS NULL THEN NULL ELSE 'Unconfirmed' END
        WHERE id = @id AND compound = @compound AND finished IS NULL RETURNING alert
        """,
        "@zh", "@en", "@finished", "@id", "@compound");

    private readonly SqlStatement _lamp = new(
        connection,
        transaction,
        "UPDATE alerts SET lamp_at = COALESCE(lamp_at, @lamp), revision = (SELECT MAX(revision) + 1 FROM alerts) WHERE id = @alert",
        "@lamp", "@alert");

    public async Task SettleAsync(ReceivedReply received, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isDone = received.Reply.Outcome == CommandOutcome.Done;
        if (await AlertOfAsync(received, isDone, now, cancellationToken) is { } alert)
        {
            await _lamp.RunAsync(cancellationToken, isDone ? UnixMicroseconds.Of(now) : null, alert);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _done.DisposeAsync();
        await _notDone.DisposeAsync();
        await _lamp.DisposeAsync();
    }

    private async Task<long?> AlertOfAsync(ReceivedReply received, bool isDone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (compound, reply) = received;
        long? finished = isDone || reply is { Outcome: CommandOutcome.Refused, Code: AlertAcknowledged.CallOver } ? UnixMicroseconds.Of(now) : null;
        await using var row = isDone
            ? await _done.ReadAsync(cancellationToken, finished, reply.Id, compound)
            : await _notDone.ReadAsync(cancellationToken, reply.Reason.Zh, reply.Reason.En, finished, reply.Id, compound);
        return await row.ReadAsync(cancellationToken) ? row.GetInt64(0) : null;
    }
}
