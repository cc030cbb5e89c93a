namespace Gateway.Edge.Journal;

/// <summary>Checks records one after another: numbered without gaps, each naming the hash before it, each matching its own.</summary>
internal sealed class ChainWalk((long Sequence, ReadOnlyMemory<byte> Hash) anchor)
{
    private readonly RecordHasher _hasher = new();
    private long _sequence = anchor.Sequence;
    private ReadOnlyMemory<byte> _hash = anchor.Hash;
    private bool _begun;

    /// <summary>
    /// Looks at the next record; returns what is wrong with it, or null. Goes on from it either way, so that one bad record is named
    /// once. With <paramref name="adoptFirst"/> the first record is taken as the beginning, wherever it stands.
    /// </summary>
    public string? Check(JournalRecord record, bool adoptFirst = false)
    {
        var first = !_begun && adoptFirst;
        var fault = !_hasher.IsIntact(record) ? $"record {record.Sequence} does not match its hash"
            : first ? null
            : record.Sequence != _sequence + 1 ? $"record {_sequence + 1} is missing"
            : !record.PreviousHash.Span.SequenceEqual(_hash.Span) ? $"record {record.Sequence} does not follow from the record before it"
            : null;
        _begun = true;
        (_sequence, _hash) = (record.Sequence, record.Hash);
        return fault;
    }
}
