using System.Data.Common;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Keeps what could not be taken, bounded in rows and in bytes per row.</summary>
internal sealed class QuarantineTable(DbConnection connection, DbTransaction transaction, int mostRows) : IAsyncDisposable
{
    private const int ExcerptBytes = 2048;
    private const int TextCharacters = 500;

    private readonly SqlStatement _insert = new(
        connection,
        transaction,
        "INSERT INTO quarantine (received, topic, reason, size, excerpt) VALUES (@now, @topic, @reason, @size, @excerpt)",
        "@now", "@topic", "@reason", "@size", "@excerpt");

    private readonly SqlStatement _trim = new(
        connection, transaction, "DELETE FROM quarantine WHERE id <= (SELECT MAX(id) FROM quarantine) - @rows", "@rows");

    public async Task WriteAsync(IReadOnlyCollection<QuarantinedMessage> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            var excerpt = message.Payload[..Math.Min(message.Payload.Length, ExcerptBytes)].ToArray();
            await _insert.RunAsync(
                cancellationToken, UnixMicroseconds.Of(now), Shorten(message.Topic), Shorten(message.Reason), (long)message.Payload.Length, excerpt);
        }

        if (messages.Count > 0)
        {
            await _trim.RunAsync(cancellationToken, (long)mostRows);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await _trim.DisposeAsync();
    }

    private static string Shorten(string text) => text.Length <= TextCharacters ? text : text[..TextCharacters];
}
