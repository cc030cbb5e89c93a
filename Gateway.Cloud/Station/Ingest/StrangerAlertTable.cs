using System.Data.Common;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>
/// Keeps one alert per unknown face: a later event about the same stranger updates it. Events may arrive in any order; a gateway sends a
/// portrait only where it is the best so far, so the newest portrait counts, also when its event is overtaken by one without.
/// </summary>
internal sealed class StrangerAlertTable(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private readonly SqlStatement _write = new(
        connection,
        transaction,
        """
        INSERT INTO stranger_alerts (compound, stranger, journal, sequence, gate, gate_zh, gate_en, reason_zh, reason_en, sightings,
            first_seen, last_seen, revision)
        VALUES (@compound, @stranger, @journal, @sequence, @gate, @gate_zh, @gate_en, @reason_zh, @reason_en, @sightings,
            @first, @last, (SELECT COALESCE(MAX(revision), 0) + 1 FROM stranger_alerts))
        ON CONFLICT (compound, stranger) DO UPDATE SET
            journal = excluded.journal, sequence = excluded.sequence, reason_zh = excluded.reason_zh, reason_en = excluded.reason_en,
            sightings = excluded.sightings, last_seen = excluded.last_seen, revision = excluded.revision
        WHERE excluded.last_seen > stranger_alerts.last_seen
            OR (excluded.last_seen = stranger_alerts.last_seen AND excluded.sequence > stranger_alerts.sequence)
        """,
        "@compound", "@stranger", "@journal", "@sequence", "@gate", "@gate_zh", "@gate_en", "@reason_zh", "@reason_en", "@sightings", "@first", "@last");

    private readonly SqlStatement _show = new(
        connection,
        transaction,
        """
        UPDATE stranger_alerts SET portrait = @portrait, portrait_sighting = @sighting,
            revision = (SELECT MAX(revision) + 1 FROM stranger_alerts)
        WHERE compound = @compound AND stranger = @stranger AND (portrait_sighting IS NULL OR portrait_sighting < @sighting)
        """,
        "@compound", "@stranger", "@portrait", "@sighting");

    public async Task WriteAsync(ReceivedEvent received, CancellationToken cancellationToken)
    {
        if (received.Stranger is not { } stranger)
        {
            return;
        }

        await _write.RunAsync(
            cancellationToken,
            received.Compound, stranger.Stranger, received.Envelope.Journal, received.Sequence, stranger.Gate,
            stranger.GateName.Zh, stranger.GateName.En, stranger.Reason.Zh, stranger.Reason.En, stranger.Sightings,
            UnixMicroseconds.Of(stranger.FirstSeen), UnixMicroseconds.Of(stranger.LastSeen));
        if (stranger.Portrait is { } portrait)
        {
            await _show.RunAsync(cancellationToken, received.Compound, stranger.Stranger, portrait.Sha256, stranger.Sightings);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _write.DisposeAsync();
        await _show.DisposeAsync();
    }
}
