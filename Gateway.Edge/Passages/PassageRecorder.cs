using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>Records passages in the order of their decisions, beside the gates' loops.</summary>
internal sealed class PassageRecorder(StrangerAlerts strangers, StrangerGrace grace, IJournal journal, PassageTimings timings, ILogger<PassageRecorder> logger) : OrderedRecorder<Passage>(4096)
{
    /// <inheritdoc/>
    protected override async Task RecordAsync(Passage record)
    {
        if (record.Data is not { } data)
        {
            if (record.Sighting is { } staying)
            {
                await strangers.StaysAsync(staying, CancellationToken.None);
            }

            return;
        }

        if (record.Released is { } released)
        {
            timings.Note(data.Method, released);
        }

        var entry = JournalEntry.Of(EventKind.Passage, EventPriority.Info, data.Gate, data);
        if (data is { Method: not "face", Person: not null, Outcome: PassageOutcome.OpenedResident or PassageOutcome.OpenedTemporaryWorker })
        {
            grace.Opened(data.Gate);
        }

        await journal.AppendAsync(entry, CancellationToken.None);
        if (record.Sighting is { } sighting && !grace.TryHold(sighting))
        {
            await strangers.ReportAsync(sighting, CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    protected override void TellLost(Passage record, Exception? error) =>
        PassagesLog.NotRecorded(logger, record.Data?.Gate ?? record.Sighting?.Gate ?? "", record.Data?.Outcome ?? PassageOutcome.Stranger, error);
}
