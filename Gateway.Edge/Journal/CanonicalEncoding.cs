using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Gateway.Edge.Journal;

/// <summary>
/// The bytes that a record's hash covers: every field but the hash itself, in the order of <see cref="JournalRecord"/>.
/// Integers are big-endian and fixed in width; texts are UTF-8 and, like all of variable length, preceded by their length in bytes
/// (4 bytes), so that no two different records share an encoding. Described in docs/adr/0010-journal.md; a change needs a new prefix.
/// </summary>
internal static class CanonicalEncoding
{
    private static ReadOnlySpan<byte> Prefix => "EGJ1"u8;

    /// <summary>Appends the encoding of <paramref name="record"/> to <paramref name="output"/>.</summary>
    public static void Write(JournalRecord record, ArrayBufferWriter<byte> output)
    {
        output.Write(Prefix);
        Write(output, record.Sequence);
        record.Id.TryWriteBytes(output.GetSpan(16), bigEndian: true, out _);
        output.Advance(16);
        Write(output, record.Time.UtcTicks);
        Write(output, record.Monotonic);
        Write(output, record.Kind);
        Write(output, (int)record.Priority);
        Write(output, record.Device);
        Write(output, record.Data.Length);
        output.Write(record.Data.Span);
        Write(output, record.Media.Count);
        for (var index = 0; index < record.Media.Count; index++)
        {
            var media = record.Media[index];
            Write(output, media.Sha256);
            Write(output, media.ContentType);
            Write(output, media.Length);
            Write(output, media.Role);
        }

        output.Write(record.PreviousHash.Span);
    }

    private static void Write(ArrayBufferWriter<byte> output, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(output.GetSpan(sizeof(long)), value);
        output.Advance(sizeof(long));
    }

    private static void Write(ArrayBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(output.GetSpan(sizeof(int)), value);
        output.Advance(sizeof(int));
    }

    private static void Write(ArrayBufferWriter<byte> output, string text)
    {
        Write(output, Encoding.UTF8.GetByteCount(text));
        output.Advance(Encoding.UTF8.GetBytes(text, output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }
}
