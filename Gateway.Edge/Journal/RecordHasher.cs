using System.Buffers;
using System.Security.Cryptography;

namespace Gateway.Edge.Journal;

/// <summary>Computes record hashes over one reused buffer. Not safe for use by several threads.</summary>
internal sealed class RecordHasher
{
    /// <summary>Bytes in a hash: SHA-256.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    /// <summary>What the first record names as the hash before it.</summary>
    public static ReadOnlyMemory<byte> Origin { get; } = new byte[Length];

    /// <summary>SHA-256 over the record's canonical encoding; its own <see cref="JournalRecord.Hash"/> is not looked at.</summary>
    public byte[] Hash(JournalRecord record)
    {
        _buffer.ResetWrittenCount();
        CanonicalEncoding.Write(record, _buffer);
        return SHA256.HashData(_buffer.WrittenSpan);
    }

    /// <summary>True when the record's hash is the hash of its fields.</summary>
    public bool IsIntact(JournalRecord record) => record.Hash.Span.SequenceEqual(Hash(record));
}
