using System.Runtime.CompilerServices;
using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>
/// Reads from the journal's end which calls were under way. Bounded by the time that an alarm lasts and by a number of records: a call
/// whose end lies beyond that counts as under way, because a lamp that is lit for nothing does less harm than one that went dark.
/// </summary>
internal sealed class UnderwayCalls(IJournal journal, IJournalReader reader)
{
    /// <summary>Most pages of one priority: a hundred thousand records are 30 minutes at 55 a second.</summary>
    private const int MostPages = 100;

    private readonly JournalSearch _search = new(journal, reader);

    /// <summary>The newest call of each light that was told since <paramref name="since"/> and has not ended.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, RestoredAlarm>> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var start = await _search.BeforeAsync(since, cancellationToken);
        Dictionary<string, RestoredAlarm> calls = new(StringComparer.Ordinal);
        await foreach (var (record, data) in SosAsync(start, EventPriority.Emergency, cancellationToken))
        {
            if (data.Phase is SosPhase.Pressed or SosPhase.LongPressed && Guid.TryParse(data.Press, out var press))
            {
                calls[data.Device] = new RestoredAlarm(new Press(press, data.Test), data.PressedAt, record.Time, AcknowledgedAt: null);
            }
        }

        // The lane of everyday records is read only where there is a call whose end it may hold.
        foreach (var lane in calls.Count > 0 ? (EventPriority[])[EventPriority.High, EventPriority.Info] : [])
        {
            await foreach (var (record, data) in SosAsync(start, lane, cancellationToken))
            {
                Change(calls, record, data);
            }
        }

        return calls;
    }

    private static void Change(Dictionary<string, RestoredAlarm> calls, JournalRecord record, SosData data)
    {
        if (!calls.TryGetValue(data.Device, out var call) || !Guid.TryParse(data.Press, out var press) || press != call.Press.Id)
        {
            return;
        }

        if (data.Phase == SosPhase.Acknowledged)
        {
            calls[data.Device] = call with { AcknowledgedAt = call.AcknowledgedAt ?? record.Time };
        }
        else if (data.Phase == SosPhase.Reset)
        {
            calls.Remove(data.Device);
        }
    }

    private async IAsyncEnumerable<(JournalRecord Record, SosData Data)> SosAsync(
        long after, EventPriority priority, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in _search.OfKindAsync(after, EventKind.Sos, priority, MostPages, cancellationToken))
        {
            if (DataOf(record) is { } data)
            {
                yield return (record, data);
            }
        }
    }

    // Records of another version of the gateway are none of ours to fail over.
    private static SosData? DataOf(JournalRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize<SosData>(record.Data.Span, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
