using System.Data.Common;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>
/// Compares a stored event with its neighbours in the same journal: each must name the hash of the one before it. Neighbours that
/// have not arrived are looked at when they do, so every pair is compared once, in whatever order events come.
/// </summary>
internal sealed class ChainCheck(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private readonly SqlStatement _find = new(
        connection,
        transaction,
        """
        SELECT sequence FROM events WHERE compound = @compound AND journal = @journal AND sequence = @before AND hash <> @previous
        UNION ALL
        SELECT sequence FROM events WHERE compound = @compound AND journal = @journal AND sequence = @after AND previous_hash <> @hash
        """,
        "@compound", "@journal", "@before", "@previous", "@after", "@hash");

    /// <summary>What is wrong between this event and a neighbour; null when nothing is.</summary>
    public async Task<string?> FaultAsync(ReceivedEvent received, CancellationToken cancellationToken)
    {
        var envelope = received.Envelope;
        await using var rows = await _find.ReadAsync(
            cancellationToken,
            received.Compound, envelope.Journal, received.Sequence - 1, envelope.PreviousHash, received.Sequence + 1, envelope.Hash);
        return await rows.ReadAsync(cancellationToken)
            ? $"chain-broken: sequences {received.Sequence} and {rows.GetInt64(0)} of journal {envelope.Journal} of {received.Compound} do not follow from each other"
            : null;
    }

    public ValueTask DisposeAsync() => _find.DisposeAsync();
}
