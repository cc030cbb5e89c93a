using System.Data.Common;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Loads and saves which sequences of a journal are stored, inside the transaction that stores them.</summary>
internal sealed class JournalRangeTable(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private readonly SqlStatement _load = new(
        connection, transaction, "SELECT first, last FROM journal_ranges WHERE compound = @compound AND journal = @journal ORDER BY first", "@compound", "@journal");

    private readonly SqlStatement _drop = new(
        connection, transaction, "DELETE FROM journal_ranges WHERE compound = @compound AND journal = @journal AND first = @first", "@compound", "@journal", "@first");

    private readonly SqlStatement _save = new(
        connection,
        transaction,
        "INSERT INTO journal_ranges (compound, journal, first, last) VALUES (@compound, @journal, @first, @last) ON CONFLICT (compound, journal, first) DO UPDATE SET last = excluded.last",
        "@compound", "@journal", "@first", "@last");

    /// <summary>Adds sequences to a journal's runs and writes the runs that changed.</summary>
    public async Task AddAsync(JournalKey key, IEnumerable<long> sequences, CancellationToken cancellationToken)
    {
        var before = await LoadAsync(key, cancellationToken);
        var ranges = new SequenceRanges(before);
        foreach (var sequence in sequences)
        {
            ranges.Add(sequence);
        }

        var after = ranges.Runs.ToHashSet();
        var starts = ranges.Runs.Select(run => run.From).ToHashSet();
        foreach (var run in before.Where(run => !starts.Contains(run.From)))
        {
            await _drop.RunAsync(cancellationToken, key.Compound, key.Journal, run.From);
        }

        after.ExceptWith(before);
        foreach (var run in after)
        {
            await _save.RunAsync(cancellationToken, key.Compound, key.Journal, run.From, run.To);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _load.DisposeAsync();
        await _drop.DisposeAsync();
        await _save.DisposeAsync();
    }

    private async Task<List<SequenceRange>> LoadAsync(JournalKey key, CancellationToken cancellationToken)
    {
        var runs = new List<SequenceRange>();
        await using var reader = await _load.ReadAsync(cancellationToken, key.Compound, key.Journal);
        while (await reader.ReadAsync(cancellationToken))
        {
            runs.Add(new SequenceRange(reader.GetInt64(0), reader.GetInt64(1)));
        }

        return runs;
    }
}
