using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Journal;

public sealed class CanonicalEncodingTests
{
    private static readonly DateTimeOffset s_epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Texts over a tiny alphabet, so that neighbours that could run into each other turn up often.
    private static readonly Gen<string> s_text =
        from characters in Gen.Elements('a', 'b', '\0', '"').ListOf()
        select string.Concat(characters.Take(3));

    private static readonly Gen<MediaReference> s_media =
        from sha in s_text
        from type in s_text
        from role in s_text
        from length in Gen.Choose(0, 1)
        select new MediaReference(sha, type, length, role);

    private static readonly Gen<JournalRecord> s_record =
        from sequence in Gen.Choose(1, 2)
        from ticks in Gen.Choose(0, 1)
        from monotonic in Gen.Choose(0, 1)
        from kind in s_text
        from priority in Gen.Choose(0, 1)
        from device in s_text
        from data in s_text
        from media in s_media.ListOf()
        from previous in Gen.Choose(0, 1)
        select new JournalRecord(
            sequence,
            Guid.Empty,
            s_epoch.AddTicks(ticks),
            monotonic,
            kind,
            (EventPriority)priority,
            device,
            System.Text.Encoding.UTF8.GetBytes(data),
            media.Take(2).ToList(),
            Enumerable.Repeat((byte)previous, 32).ToArray(),
            default);

    [Fact]
    public void Different_records_never_share_an_encoding() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(Arb.From(s_record), Arb.From(s_record), (left, right) =>
                Describe(left) == Describe(right) == Encode(left).AsSpan().SequenceEqual(Encode(right))));

    [Fact]
    public void Moving_a_character_between_neighbouring_fields_changes_the_encoding() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(Arb.From(s_record), record =>
            {
                var moved = record with { Kind = $"{record.Kind}a", Device = record.Device };
                var other = record with { Kind = record.Kind, Device = $"a{record.Device}" };
                return !Encode(moved).AsSpan().SequenceEqual(Encode(other));
            }));

    [Fact]
    public void The_documented_example_encodes_as_documented()
    {
        var record = new JournalRecord(
            1, Guid.Parse("01900000-0000-7000-8000-000000000001"), DateTimeOffset.UnixEpoch, 5, "sos", EventPriority.Emergency, "gate-1",
            "{}"u8.ToArray(), [], new byte[32], default);

        Assert.Equal(
            "45474A31" + "0000000000000001" + "01900000000070008000000000000001" + "089F7FF5F7B58000" + "0000000000000005" +
            "00000003736F73" + "00000000" + "00000006676174652D31" + "000000027B7D" + "00000000" + new string('0', 64),
            Convert.ToHexString(Encode(record)));
    }

    private static byte[] Encode(JournalRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        CanonicalEncoding.Write(record, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static string Describe(JournalRecord record) => System.Text.Json.JsonSerializer.Serialize(new
    {
        record.Sequence,
        record.Time,
        record.Monotonic,
        record.Kind,
        record.Priority,
        record.Device,
        Data = Convert.ToHexString(record.Data.Span),
        record.Media,
        Previous = Convert.ToHexString(record.PreviousHash.Span),
    });
}
