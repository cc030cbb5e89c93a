using System.Data.Common;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>
/// Keeps one alert per incident: later events about it update it. Events may arrive in any order; each is written once, in the transaction
/// that stores it, so that counting by adding is safe.
/// </summary>
internal sealed class AlertTable(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    // Within one journal the sequence tells what is newer: a gateway's clock may be set back.
    private const string Newer =
        "(CASE WHEN excluded.journal = alerts.journal THEN excluded.sequence > alerts.sequence ELSE excluded.last_time > alerts.last_time END)";

    private const string Tells = "(excluded.weight > alerts.weight OR (excluded.weight = alerts.weight AND " + Newer + "))";

    // Not compared with the newest event: pictures of a call may overtake it.
    private const string CallsAnew =
        "(excluded.call_sequence > 0 AND CASE WHEN excluded.journal = alerts.journal THEN excluded.call_sequence > alerts.call_sequence ELSE excluded.last_time > alerts.last_time END)";

    // The first call of an alert that has told of tampering alone until now.
    private static readonly string s_takesOver = $"(alerts.kind = '{EventKind.Sos}' AND alerts.weight = {AlertNews.Ordinary} AND excluded.call_sequence > 0)";

    private readonly SqlStatement _find = new(
        connection, transaction, "SELECT weight FROM alerts WHERE compound = @compound AND kind = @kind AND incident = @incident", "@compound", "@kind", "@incident");

    private readonly SqlStatement _write = new(
        connection,
        transaction,
        $"""
        INSERT INTO alerts (compound, kind, incident, journal, sequence, call_sequence, device, device_zh, device_en, place_zh, place_en,
            headline_zh, headline_en, weight, priority, test, phase, count, first_time, last_time, lamp_at, revision)
        VALUES (@compound, @kind, @incident, @journal, @sequence, @call, @device, @device_zh, @device_en, @place_zh, @place_en,
            @headline_zh, @headline_en, @weight, @priority, @test, @phase, @count, @first, @last, @lamp, (SELECT COALESCE(MAX(revision), 0) + 1 FROM alerts))
        ON CONFLICT (compound, kind, incident) DO UPDATE SET
            journal = CASE WHEN {Newer} THEN excluded.journal ELSE alerts.journal END,
            sequence = CASE WHEN {Newer} THEN excluded.sequence ELSE alerts.sequence END,
            call_sequence = CASE WHEN excluded.journal = alerts.journal THEN MAX(alerts.call_sequence, excluded.call_sequence)
                WHEN {Newer} THEN excluded.call_sequence ELSE alerts.call_sequence END,
            phase = CASE WHEN {Newer} OR {s_takesOver} THEN excluded.phase ELSE alerts.phase END,
            headline_zh = CASE WHEN {Tells} THEN excluded.headline_zh ELSE alerts.headline_zh END,
            headline_en = CASE WHEN {Tells} THEN excluded.headline_en ELSE alerts.headline_en END,
            weight = MAX(alerts.weight, excluded.weight),
            priority = MIN(alerts.priority, excluded.priority),
            test = MIN(alerts.test, excluded.test),
            count = CASE WHEN {s_takesOver} THEN excluded.count WHEN @counted = 0 THEN alerts.count + excluded.count WHEN {Newer} THEN excluded.count ELSE alerts.count END,
            place_zh = COALESCE(alerts.place_zh, excluded.place_zh),
            place_en = COALESCE(alerts.place_en, excluded.place_en),
            first_time = MIN(alerts.first_time, excluded.first_time),
            last_time = CASE WHEN {Newer} THEN excluded.last_time ELSE alerts.last_time END,
            lamp_at = COALESCE(alerts.lamp_at, excluded.lamp_at),
            acknowledged_by = CASE WHEN {CallsAnew} THEN NULL ELSE alerts.acknowledged_by END,
            acknowledged_at = CASE WHEN {CallsAnew} THEN NULL ELSE alerts.acknowledged_at END,
            revision = excluded.revision
        RETURNING id
        """,
        "@compound", "@kind", "@incident", "@journal", "@sequence", "@call", "@device", "@device_zh", "@device_en", "@place_zh", "@place_en", "@headline_zh",
        "@headline_en", "@weight", "@priority", "@test", "@phase", "@count", "@first", "@last", "@lamp", "@counted");

    private readonly SqlStatement _replace = new(
        connection,
        transaction,
        "DELETE FROM alert_media WHERE alert = @alert AND role = @role AND rank < @rank",
        "@alert", "@role", "@rank");

    private readonly SqlStatement _attachBest = new(
        connection,
        transaction,
        """
        INSERT INTO alert_media (alert, sha256, role, rank) SELECT @alert, @sha256, @role, @rank
        WHERE NOT EXISTS (SELECT 1 FROM alert_media WHERE alert = @alert AND role = @role) ON CONFLICT DO NOTHING
        """,
        "@alert", "@sha256", "@role", "@rank");

    private readonly SqlStatement _attach = new(
        connection,
        transaction,
        "INSERT INTO alert_media (alert, sha256, role, rank) VALUES (@alert, @sha256, @role, @rank) ON CONFLICT DO NOTHING",
        "@alert", "@sha256", "@role", "@rank");

    public async Task WriteAsync(ReceivedEvent received, CancellationToken cancellationToken)
    {
        if (received.Alert is { } news && await HasPartAsync(received, news, cancellationToken))
        {
            await WriteAsync(received, news, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _find.DisposeAsync();
        await _write.DisposeAsync();
        await _replace.DisposeAsync();
        await _attachBest.DisposeAsync();
        await _attach.DisposeAsync();
    }

    private async Task WriteAsync(ReceivedEvent received, AlertNews news, CancellationToken cancellationToken)
    {
        var alert = await UpsertAsync(received, news, cancellationToken);
        for (var place = 0; place < news.Media.Count; place++)
        {
            await AttachAsync(alert, news, news.Media[place], received.Sequence, place, cancellationToken);
        }
    }

    // Some events only add to an alert that is there. Tampering during a call is a moment of that call and changes nothing about it.
    private async Task<bool> HasPartAsync(ReceivedEvent received, AlertNews news, CancellationToken cancellationToken)
    {
        var tampering = news.Phase == SosPhase.Tamper;
        if (news.MayOpen && !tampering)
        {
            return true;
        }

        await using var found = await _find.ReadAsync(cancellationToken, received.Compound, received.Kind, news.Incident);
        return await found.ReadAsync(cancellationToken) ? !tampering || found.GetInt32(0) < AlertNews.Call : news.MayOpen;
    }

    private async Task<long> UpsertAsync(ReceivedEvent received, AlertNews news, CancellationToken cancellationToken)
    {
        var lamp = news.Phase == SosPhase.Acknowledged ? UnixMicroseconds.Of(news.Last) : (long?)null;
        var count = news.Count ?? (news.Weight >= AlertNews.Ordinary ? 1 : 0);
        await using var written = await _write.ReadAsync(
            cancellationToken,
            received.Compound, received.Kind, news.Incident, received.Envelope.Journal, received.Sequence, news.Calls ? received.Sequence : 0, received.Device,
            news.Device.Zh, news.Device.En, news.Place?.Zh, news.Place?.En, news.Headline.Zh, news.Headline.En,
            news.Weight, (int)received.Envelope.Priority, news.Test ? 1 : 0, news.Phase?.ToString(), count,
            UnixMicroseconds.Of(news.First), UnixMicroseconds.Of(news.Last), lamp, news.Count is null ? 0 : 1);
        await written.ReadAsync(cancellationToken);
        return written.GetInt64(0);
    }

    // A gateway sends a portrait only where it is the best so far: the one with the highest count stays, also when its event is overtaken.
    private async Task AttachAsync(long alert, AlertNews news, MediaReference medium, long sequence, int place, CancellationToken cancellationToken)
    {
        if (!news.ReplacesMedia)
        {
            await _attach.RunAsync(cancellationToken, alert, medium.Sha256, medium.Role, (sequence * EventLimits.Media) + place);
            return;
        }

        await _replace.RunAsync(cancellationToken, alert, medium.Role, (long)news.Count.GetValueOrDefault());
        await _attachBest.RunAsync(cancellationToken, alert, medium.Sha256, medium.Role, (long)news.Count.GetValueOrDefault());
    }
}
