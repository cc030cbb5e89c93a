using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Status;

/// <summary>Reads passages and strangers out of the journal's last records.</summary>
internal sealed class PassageReader(IJournal journal, IJournalReader reader)
{
    /// <summary>Rows that the page begins with.</summary>
    public const int MostRows = 20;

    private const int Records = 200;

    /// <summary>Passages and strangers after a sequence, newest first, and the sequence up to which records were read.</summary>
    /// <param name="after">The sequence.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="since">Nothing older; null for any time.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read; the message says why.</exception>
    public async Task<(IReadOnlyList<PassageLine> Lines, long Through)> ReadAsync(long after, CancellationToken cancellationToken, DateTimeOffset? since = null)
    {
        var last = journal.LastSequence;
        if (last <= after)
        {
            return ([], after);
        }

        var records = await reader.ReadAsync(Math.Max(after, last - Records), Records, cancellationToken);
        var lines = records.Where(record => !(record.Time < since)).Select(LineOf).OfType<PassageLine>().Reverse().Take(MostRows).ToList();
        return (lines, records.Count > 0 ? records[^1].Sequence : after);
    }

    private static PassageLine? LineOf(JournalRecord record)
    {
        try
        {
            return record.Kind switch
            {
                EventKind.Passage => OfPassage(record, Data<PassageData>(record)),
                EventKind.Stranger => OfStranger(record, Data<StrangerData>(record)),
                _ => null,
            };
        }
        catch (JsonException)
        {
            // A record of a later version: the journal keeps it, this page cannot read it.
            return null;
        }
    }

    private static T? Data<T>(JournalRecord record) => JsonSerializer.Deserialize<T>(record.Data.Span, JsonSerializerOptions.Web);

    private static PassageLine? OfPassage(JournalRecord record, PassageData? data)
    {
        if (data is not { GateName: not null, Reason: not null })
        {
            return null;
        }

        var (tone, icon, word) = data.Outcome switch
        {
            PassageOutcome.OpenedResident => (Tone.Good, "check", StatusTexts.OpenedResident),
            PassageOutcome.OpenedTemporaryWorker => (Tone.Good, "tool", StatusTexts.OpenedWorker),
            PassageOutcome.OpenedInEmergency => (Tone.Emergency, "check", StatusTexts.OpenedInEmergency),
            PassageOutcome.Refused => (Tone.Normal, "ban", StatusTexts.Refused),
            PassageOutcome.Stranger => (Tone.High, "stranger", StatusTexts.StrangerRefused),
            _ => (Tone.Unknown, "unknown", StatusTexts.Unknown),
        };
        return new PassageLine(record.Sequence, record.Time, data.GateName, tone, icon, word, data.Reason, data.MaskedName);
    }

    private static PassageLine? OfStranger(JournalRecord record, StrangerData? data) => data is { GateName: not null, Reason: not null }
        ? new PassageLine(record.Sequence, record.Time, data.GateName, Tone.High, "warning", StatusTexts.StrangerAlert(data.Sightings), data.Reason, MaskedName: null)
        : null;
}
