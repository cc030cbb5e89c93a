using System.Data.Common;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Keeps each compound's state and the time of its last event.</summary>
internal sealed class CompoundTable(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private readonly SqlStatement _event = new(
        connection,
        transaction,
        "INSERT INTO compounds (id, online, since, last_event) VALUES (@id, 1, @now, @now) ON CONFLICT (id) DO UPDATE SET last_event = excluded.last_event",
        "@id", "@now");

    private readonly SqlStatement _state = new(
        connection,
        transaction,
        """
        INSERT INTO compounds (id, online, since, journal, last_sequence) VALUES (@id, @online, @now, @journal, @last)
        ON CONFLICT (id) DO UPDATE SET
            since = CASE WHEN compounds.online = excluded.online THEN compounds.since ELSE excluded.since END,
            online = excluded.online,
            journal = COALESCE(excluded.journal, compounds.journal),
            last_sequence = COALESCE(excluded.last_sequence, compounds.last_sequence)
        """,
        "@id", "@online", "@now", "@journal", "@last");

    public async Task NoteEventAsync(string compound, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _event.RunAsync(cancellationToken, compound, UnixMicroseconds.Of(now));

    public async Task NoteStateAsync(GatewayStateChange change, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _state.RunAsync(cancellationToken, change.Compound, change.Online ? 1 : 0, UnixMicroseconds.Of(now), change.Journal, change.LastSequence);

    public async ValueTask DisposeAsync()
    {
        await _event.DisposeAsync();
        await _state.DisposeAsync();
    }
}
