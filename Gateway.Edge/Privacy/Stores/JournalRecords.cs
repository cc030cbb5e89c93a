using System.Globalization;
using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Edge.Journal;
using Gateway.Edge.Privacy.People;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>
/// The journal: append-only and chained by hash, so that its records stay until their time is over. They hold opaque ids, first characters of
/// names and number plates; pictures of the person's vehicles lie apart and are erased.
/// </summary>
internal sealed class JournalRecords(IJournal journal, IJournalReader reader, IMediaStore media, IOptions<JournalOptions> options) : IPersonStore
{
    /// <summary>Most records of one person that are exported; far more than a person makes in the time that records are kept.</summary>
    public const int MostExported = 100_000;

    private const int Page = 2000;

    /// <inheritdoc/>
    public string Name => "journal";

    /// <inheritdoc/>
    public LocalizedText Title { get; } = new("日志", "Journal");

    /// <inheritdoc/>
    public LocalizedText? Stays => new(
        $"日志只能追加，记录之间以哈希相连，不能单独删除：其中留有不透明编号、姓名首字（如“王*”）和车牌号，不含全名、电话和房号。已被派出所回执的记录保存 {Days} 天后删除；未回执的一直保留到回执之后。已发送到派出所的记录由派出所按其规定保存。",
        $"The journal is append-only and its records are chained by hash, so that none can be taken out: opaque ids, first characters of names such as “王*” and number plates stay in it, no full name, phone number or flat. Records go {Days} days after they were made once the station has receipted them; what it has not receipted stays until then. What was sent to the station is kept there by the station's own rules.");

    /// <inheritdoc/>
    public bool IsLong => true;

    private int Days => (int)options.Value.KeepReceipted.TotalDays;

    /// <inheritdoc/>
    public async Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var (entries, lines) = (new List<object>(), new List<StoreLine>());
        await foreach (var record in MentioningAsync(subject.Needles(), progress, cancellationToken))
        {
            if (entries.Count == MostExported)
            {
                throw new InvalidDataException($"More than {MostExported} journal records tell of this person; export them from the journal with the gateway's tools.");
            }

            using var data = JsonDocument.Parse(record.Data);
            // Bytes of pictures are left out: bystanders are in them. That they are there is told.
            entries.Add(new { record.Sequence, record.Time, record.Kind, record.Device, Data = data.RootElement.Clone(), Media = record.Media.Select(medium => new { medium.Role, medium.ContentType, medium.Sha256 }) });
            lines.Add(new StoreLine(
                new LocalizedText(Label(record), Label(record)), Words(data.RootElement) ?? new LocalizedText(record.Kind, record.Kind)));
        }

        return entries.Count == 0 ? StoreContent.Nothing : new StoreContent([new("journal.json", PrivacyJson.Bytes(entries))], lines);
    }

    /// <inheritdoc/>
    public async Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken)
    {
        var (plates, pictures, stay) = (subject.PlateNeedles(), 0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        await foreach (var record in MentioningAsync(subject.Needles(), new Progress<double>(), cancellationToken))
        {
            stay[record.Kind] = stay.GetValueOrDefault(record.Kind) + 1;
            foreach (var medium in plates.Any(plate => Contains(record, plate)) ? record.Media : [])
            {
                pictures += await media.DeleteAsync(medium.Sha256, cancellationToken) ? 1 : 0;
            }
        }

        return new StoreErasure(
            [new(StoreWords.Medium, pictures)],
            [.. stay.Select(kind => new StoreCount(new LocalizedText($"日志记录：{kind.Key}", $"Journal records: {kind.Key}"), kind.Value))],
            stay.Count == 0 ? null : Stays,
            [],
            []);
    }

    /// <summary>Every record that has one of the words in it, from the oldest.</summary>
    private async IAsyncEnumerable<JournalRecord> MentioningAsync(
        IReadOnlyList<byte[]> needles, IProgress<double> progress, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (last, after, first) = (journal.LastSequence, 0L, (long?)null);
        while (after < last)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var records = await reader.ReadAsync(after, Page, cancellationToken);
            if (records.Count == 0)
            {
                break;
            }

            foreach (var record in records.Where(record => record.Sequence <= last && needles.Any(needle => Contains(record, needle))))
            {
                yield return record;
            }

            first ??= records[0].Sequence;
            after = records[^1].Sequence;
            progress.Report(Math.Clamp((double)(after - first.Value + 1) / Math.Max(1, last - first.Value + 1), 0, 1));
        }
    }

    private static bool Contains(JournalRecord record, byte[] needle) => record.Data.Span.IndexOf(needle) >= 0;

    private static string Label(JournalRecord record) => $"{record.Time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)} · {record.Device}";

    private static LocalizedText? Words(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.Object
        && reason.TryGetProperty("zh", out var zh) && reason.TryGetProperty("en", out var en) ? new LocalizedText(zh.GetString() ?? "", en.GetString() ?? "") : null;
}
