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

        await using var same = await _find.ReadAsync(
            cancellationToken,
            envelope.Source, envelope.Id, received.Compound, envelope.Journal, received.Sequence, envelope.Hash);
        return await same.ReadAsync(cancellationToken) ? EventWrite.Duplicate : EventWrite.Conflict;
    }

    public async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await _find.DisposeAsync();
    }
}
