using System.Data.Common;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Writes events so that each takes effect once.</summary>
internal sealed class EventTable(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private readonly SqlStatement _insert = new(
        connection,
        transaction,
        """
        INSERT INTO events (compound, journal, sequence, source, event_id, kind, device, time, received, priority, previous_hash, hash, data)
        VALUES (@compound, @journal, @sequence, @source, @id, @kind, @device, @time, @received, @priority, @previous, @hash, @data)
        ON CONFLICT DO NOTHING
        """,
        "@compound", "@journal", "@sequence", "@source", "@id", "@kind", "@device", "@time", "@received", "@priority", "@previous", "@hash", "@data");

    private readonly SqlStatement _find = new(
        connection,
        transaction,
        "SELECT 1 FROM events WHERE source = @source AND event_id = @id AND compound = @compound AND journal = @journal AND sequence = @sequence AND hash = @hash",
        "@source", "@id", "@compound", "@journal", "@sequence", "@hash");

    // A damaged journal goes on as a new one in which records keep id, time and content; sequence and hashes are the new journal's.
    private readonly SqlStatement _findElsewhere = new(
        connection,
        transaction,
        """
        SELECT 1 FROM events WHERE source = @source AND event_id = @id AND compound = @compound AND journal <> @journal
            AND NOT EXISTS (SELECT 1 FROM events WHERE compound = @compound AND journal = @journal AND sequence = @sequence)
        """,
        "@source", "@id", "@compound", "@journal", "@sequence");

    /// <summary>Inserts the event.</summary>
    public async Task<EventWrite> WriteAsync(ReceivedEvent received, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var envelope = received.Envelope;
        var rows = await _insert.RunAsync(
            cancellationToken,
            received.Compound, envelope.Journal, received.Sequence, envelope.Source, envelope.Id, received.Kind, received.Device,
            UnixMicroseconds.Of(envelope.Time), UnixMicroseconds.Of(now), (int)envelope.Priority,
            envelope.PreviousHash, envelope.Hash, envelope.Data.GetRawText());
        if (rows == 1)
        {
            return EventWrite.Stored;
        }

        await using (var same = await _find.ReadAsync(
            cancellationToken,
            envelope.Source, envelope.Id, received.Compound, envelope.Journal, received.Sequence, envelope.Hash))
        {
            if (await same.ReadAsync(cancellationToken))
            {
                return EventWrite.Duplicate;
            }
        }

        await using var elsewhere = await _findElsewhere.ReadAsync(
            cancellationToken,
            envelope.Source, envelope.Id, received.Compound, envelope.Journal, received.Sequence);
        return await elsewhere.ReadAsync(cancellationToken) ? EventWrite.TakenOver : EventWrite.Conflict;
    }

    public async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await _find.DisposeAsync();
        await _findElsewhere.DisposeAsync();
    }
}
