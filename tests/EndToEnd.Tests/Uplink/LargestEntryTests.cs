using System.Buffers;
using System.Text;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Ingest;
using Gateway.Edge.Journal;
using Gateway.Edge.Uplink;

namespace EndToEnd.Tests.Uplink;

/// <summary>What a gateway's journal takes, the station takes.</summary>
public sealed class LargestEntryTests
{
    private static readonly string s_name = new('d', 64);
    private static readonly string s_hash = new('a', 64);

    [Fact]
    public void Largest_record_that_a_journal_takes_is_one_that_the_station_takes()
    {
        // Characters that JSON writes in six bytes each.
        var text = new string('\u00e9', EventLimits.MediaText);
        var media = Enumerable.Repeat(new MediaReference(s_hash, text, long.MaxValue, text), EventLimits.Media).ToArray();
        var (open, close) = (new string('[', EventLimits.DataDepth), new string(']', EventLimits.DataDepth));
        var filling = new string('x', EventLimits.DataBytes - (2 * EventLimits.DataDepth) - 2);
        var entry = new JournalEntry(EventKind.PortraitLock, EventPriority.Emergency, s_name, Encoding.UTF8.GetBytes($"{open}\"{filling}\"{close}"), media);
        EntryCheck.Require(entry, new JournalOptions().MaximumDataBytes);

        Assert.True(EnvelopeReader.TryRead(Sent(entry), s_name, new IngestOptions().MaxEventBytes, out var received, out var reason), reason);
        Assert.Equal(EventLimits.Media, received.Envelope.Media.Count);
    }

    [Theory]
    [InlineData("\u4e1c\u95e8", "{}", 0)]
    [InlineData("east gate", "{}", 0)]
    [InlineData("east-gate", "[[[[[[[[[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]]]]]]]]]", 0)]
    [InlineData("east-gate", "{}", 17)]
    public void What_the_station_would_refuse_the_journal_refuses(string device, string data, int media)
    {
        var references = Enumerable.Repeat(new MediaReference(s_hash, "image/jpeg", 1, "portrait"), media).ToArray();
        var entry = new JournalEntry(EventKind.Passage, EventPriority.Normal, device, Encoding.UTF8.GetBytes(data), references);

        Assert.Throws<ArgumentException>(() => EntryCheck.Require(entry, EventLimits.DataBytes));
    }

    private static MqttMessage Sent(JournalEntry entry)
    {
        var record = new JournalRecord(
            long.MaxValue - 1, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, 1, entry.Kind, entry.Priority, entry.Device, entry.Data, entry.Media, new byte[32], new byte[32]);
        var output = new ArrayBufferWriter<byte>();
        using var writer = new CloudEventWriter(s_name, s_name, Guid.CreateVersion7());
        writer.Write(record, output);
        return new MqttMessage(writer.TopicOf(entry.Kind), output.WrittenMemory, CloudEvent.ContentType);
    }
}
