using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Uplink;

/// <summary>
/// Writes records as CloudEvents (see <see cref="CloudEvent"/>) without reflection or garbage per event. Used by one thread at a time.
/// </summary>
internal sealed class CloudEventWriter(string station, string compound, Guid journal) : IDisposable
{
    private static readonly JsonEncodedText s_specVersion = JsonEncodedText.Encode("specversion");
    private static readonly JsonEncodedText s_id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText s_source = JsonEncodedText.Encode("source");
    private static readonly JsonEncodedText s_type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText s_time = JsonEncodedText.Encode("time");
    private static readonly JsonEncodedText s_dataContentType = JsonEncodedText.Encode("datacontenttype");
    private static readonly JsonEncodedText s_sequence = JsonEncodedText.Encode("sequence");
    private static readonly JsonEncodedText s_journal = JsonEncodedText.Encode("journal");
    private static readonly JsonEncodedText s_priority = JsonEncodedText.Encode("priority");
    private static readonly JsonEncodedText s_previousHash = JsonEncodedText.Encode("prevhash");
    private static readonly JsonEncodedText s_hash = JsonEncodedText.Encode("hash");
    private static readonly JsonEncodedText s_media = JsonEncodedText.Encode("media");
    private static readonly JsonEncodedText s_data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText s_json = JsonEncodedText.Encode("application/json");
    private static readonly JsonEncodedText s_version = JsonEncodedText.Encode("1.0");

    // A compound has few devices and the contract few kinds, so these never grow beyond them.
    private readonly Dictionary<string, (JsonEncodedText Type, string Topic)> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonEncodedText> _sources = new(StringComparer.Ordinal);
    private readonly JsonEncodedText _journal = JsonEncodedText.Encode(journal.ToString());
    private readonly Utf8JsonWriter _writer = new(Stream.Null, new JsonWriterOptions { SkipValidation = true });

    /// <summary>The topic of a kind.</summary>
    public string TopicOf(string kind) => Kind(kind).Topic;

    /// <summary>Writes the event of <paramref name="record"/>.</summary>
    public void Write(JournalRecord record, IBufferWriter<byte> output) =>
        Write(record, record.Kind, record.Media, record.Data.Span, output);

    /// <summary>
    /// Writes an audit event in the place of a record that the broker refuses, under the same sequence, id and hashes, so that the
    /// station's count has no hole and shows what is missing.
    /// </summary>
    public void WriteStandIn(JournalRecord record, string reason, IBufferWriter<byte> output)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(
            new OmittedRecordData(OmittedRecordData.RecordOmitted, record.Kind, record.Data.Length, RefusalWords.For(reason)), JsonSerializerOptions.Web);
        Write(record, EventKind.Audit, [], data, output);
    }

    public void Dispose() => _writer.Dispose();

    private void Write(JournalRecord record, string kind, IReadOnlyList<MediaReference> media, ReadOnlySpan<byte> data, IBufferWriter<byte> output)
    {
        Span<char> text = stackalloc char[64];
        _writer.Reset(output);
        _writer.WriteStartObject();
        _writer.WriteString(s_specVersion, s_version);
        _writer.WriteString(s_id, record.Id);
        _writer.WriteString(s_source, Source(record.Device));
        _writer.WriteString(s_type, Kind(kind).Type);
        _writer.WriteString(s_time, record.Time);
        _writer.WriteString(s_dataContentType, s_json);
        record.Sequence.TryFormat(text, out var length, "D20", CultureInfo.InvariantCulture);
        _writer.WriteString(s_sequence, text[..length]);
        _writer.WriteString(s_journal, _journal);
        _writer.WriteString(s_priority, Word(record.Priority));
        Convert.TryToHexStringLower(record.PreviousHash.Span, text, out length);
        _writer.WriteString(s_previousHash, text[..length]);
        Convert.TryToHexStringLower(record.Hash.Span, text, out length);
        _writer.WriteString(s_hash, text[..length]);
        _writer.WriteStartArray(s_media);
        for (var i = 0; i < media.Count; i++)
        {
            _writer.WriteStartObject();
            _writer.WriteString("sha256"u8, media[i].Sha256);
            _writer.WriteString("contentType"u8, media[i].ContentType);
            _writer.WriteNumber("length"u8, media[i].Length);
            _writer.WriteString("role"u8, media[i].Role);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        _writer.WritePropertyName(s_data);
        _writer.WriteRawValue(data, skipInputValidation: true);
        _writer.WriteEndObject();
        _writer.Flush();
    }

    private static ReadOnlySpan<byte> Word(EventPriority priority) => priority switch
    {
        EventPriority.Emergency => "Emergency"u8,
        EventPriority.High => "High"u8,
        EventPriority.Normal => "Normal"u8,
        _ => "Info"u8,
    };

    private (JsonEncodedText Type, string Topic) Kind(string kind)
    {
        if (!_kinds.TryGetValue(kind, out var known))
        {
            known = (JsonEncodedText.Encode(EventKind.TypeOf(kind)), Topics.Event(station, compound, kind));
            _kinds.Add(kind, known);
        }

        return known;
    }

    private JsonEncodedText Source(string device)
    {
        if (!_sources.TryGetValue(device, out var source))
        {
            source = JsonEncodedText.Encode($"/stations/{station}/compounds/{compound}/devices/{device}");
            _sources.Add(device, source);
        }

        return source;
    }
}
