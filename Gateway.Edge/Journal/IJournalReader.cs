using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Journal;

/// <summary>
/// Reads durable records by cursor. Safe for use by several threads. A limit is held within 1 to 10,000. Damage is answered with a
/// <see cref="JournalUnavailableException"/> that names the first unreadable sequence and the fix.
/// </summary>
internal interface IJournalReader
{
    /// <summary>Up to <paramref name="limit"/> records with sequence greater than <paramref name="after"/>, ascending.</summary>
    ValueTask<IReadOnlyList<JournalRecord>> ReadAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Up to <paramref name="limit"/> records of exactly this priority after the cursor, ascending.</summary>
    ValueTask<IReadOnlyList<JournalRecord>> ReadAsync(long after, EventPriority priority, int limit, CancellationToken cancellationToken);

    /// <summary>The records of these sequences that the journal still holds, in the order asked for; at most 10,000.</summary>
    async ValueTask<IReadOnlyList<JournalRecord>> PickAsync(IReadOnlyList<long> sequences, CancellationToken cancellationToken)
    {
        var picked = new List<JournalRecord>(sequences.Count);
        foreach (var sequence in sequences)
        {
            picked.AddRange((await ReadAsync(sequence - 1, 1, cancellationToken)).Where(record => record.Sequence == sequence));
        }

        return picked;
    }

    /// <summary>Completes once a record with sequence greater than <paramref name="after"/> is durable.</summary>
    ValueTask WaitAsync(long after, CancellationToken cancellationToken);
}
