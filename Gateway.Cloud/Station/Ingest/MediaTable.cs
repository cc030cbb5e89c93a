using System.Data.Common;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Writes which media events have announced and which have arrived.</summary>
internal sealed class MediaTable(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private readonly SqlStatement _announce = new(
        connection,
        transaction,
        "INSERT INTO media (compound, sha256, content_type, length, announced, stored) VALUES (@compound, @sha256, @type, @length, @now, NULL) ON CONFLICT DO NOTHING",
        "@compound", "@sha256", "@type", "@length", "@now");

    private readonly SqlStatement _store = new(
        connection,
        transaction,
        """
        INSERT INTO media (compound, sha256, content_type, length, announced, stored) VALUES (@compound, @sha256, @type, @length, @now, @now)
        ON CONFLICT (compound, sha256) DO UPDATE SET stored = excluded.stored, length = excluded.length WHERE media.stored IS NULL
        """,
        "@compound", "@sha256", "@type", "@length", "@now");

    private readonly SqlStatement _touchAlerts = new(
        connection,
        transaction,
        """
        UPDATE alerts SET revision = (SELECT MAX(revision) + 1 FROM alerts)
        WHERE compound = @compound AND id IN (SELECT alert FROM alert_media WHERE sha256 = @sha256)
        """,
        "@compound", "@sha256");

    public async Task AnnounceAsync(string compound, MediaReference medium, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _announce.RunAsync(cancellationToken, compound, medium.Sha256, medium.ContentType, medium.Length, UnixMicroseconds.Of(now));

    /// <summary>Notes that the medium is in the vault; alerts that show it count as changed.</summary>
    public async Task StoreAsync(ReceivedMedium medium, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await _store.RunAsync(
            cancellationToken, medium.Compound, medium.Sha256, medium.ContentType, (long)medium.Bytes.Length, UnixMicroseconds.Of(now));
        if (rows > 0)
        {
            await _touchAlerts.RunAsync(cancellationToken, medium.Compound, medium.Sha256);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _announce.DisposeAsync();
        await _store.DisposeAsync();
        await _touchAlerts.DisposeAsync();
    }
}
