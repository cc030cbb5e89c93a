using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Reads falls back from the journal's end. Safe for use by several threads.</summary>
internal sealed class RecordedFalls(IJournal journal, IJournalReader reader)
{
    /// <summary>Most pages of records of their priority that are read: a bound, not a limit that a compound comes near.</summary>
    private const int MostPages = 100;

    private readonly JournalSearch _search = new(journal, reader);

    /// <summary>The falls on record since a time, oldest first.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read.</exception>
    public async Task<IReadOnlyList<RecordedFall>> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var start = await _search.BeforeAsync(since, cancellationToken);
        List<RecordedFall> falls = [];
        await foreach (var record in _search.OfKindAsync(start, EventKind.FallingObject, EventPriority.High, MostPages, cancellationToken))
        {
            if (DataOf(record) is not { } data)
            {
                continue;
            }

            var at = falls.FindLastIndex(fall => fall.Alert.ObjectId == data.ObjectId);
            if (data.Phase == FallingObjectPhase.Alert && at < 0)
            {
                falls.Add(new RecordedFall(record, data, Evidence: null, EvidenceData: null));
            }
            else if (data.Phase == FallingObjectPhase.Evidence && at >= 0)
            {
                falls[at] = falls[at] with { Evidence = record, EvidenceData = data };
            }
        }

        return falls;
    }

    // Records of another version of the gateway are none of ours to fail over.
    private static FallingObjectData? DataOf(JournalRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize<FallingObjectData>(record.Data.Span, JsonSerializerOptions.Web) is { Device: not null, ObjectId: not null, Reason: not null } data
                ? data
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
