using System.Collections.Concurrent;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Alerts.Grants;

/// <summary>
/// Puts findings about temporary workers on record, each once for its grant and gate within the time of
/// <see cref="GrantOptions.RepeatFinding"/>. Findings tell staff; nothing is ever locked for one. Safe for use by several threads.
/// </summary>
internal sealed class GrantFindings(IJournal journal, GrantOptions options, ILogger<GrantFindings> logger) : OrderedRecorder<GrantFinding>(1024)
{
    /// <summary>Findings remembered so that they are not repeated; with more, the oldest may be told again.</summary>
    private const int MostRemembered = 4096;

    private readonly ConcurrentDictionary<(string Grant, string Phase, string Gate), DateTimeOffset> _told = new();

    /// <summary>Tells a finding, unless it was told a moment ago.</summary>
    public void Tell(string phase, EventPriority priority, Grant grant, LocalizedText words, DateTimeOffset at, string gate, LocalizedText? gateName)
    {
        var key = (grant.Id.ToString(), phase, gate);
        // A time later than now is a clock that was set back: told again rather than never.
        if (_told.TryGetValue(key, out var before) && at >= before && at - before < options.RepeatFinding)
        {
            return;
        }

        if (_told.Count >= MostRemembered)
        {
            _told.Clear();
        }

        _told[key] = at;
        Enqueue(new GrantFinding(GrantSentences.Event(phase, grant, words, at, gate, gateName), priority));
    }

    /// <inheritdoc/>
    protected override async Task RecordAsync(GrantFinding record) =>
        await journal.AppendAsync(JournalEntry.Of(EventKind.Grant, record.Priority, record.Data.Device, record.Data), CancellationToken.None);

    /// <inheritdoc/>
    protected override void TellLost(GrantFinding record, Exception? error) => GrantsLog.FindingNotRecorded(logger, Guid.Parse(record.Data.Grant), error);
}
