using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Uplink.Commands;

/// <summary>
/// Puts every command that was acted on, and every refusal, on record. Anybody at the broker could send rubbish for ever: refusals beyond some
/// within an hour are counted, and the next one on record says how many. Used by one thread.
/// </summary>
internal sealed class CommandAudit(IJournal journal, TimeProvider time, ILogger logger)
{
    private const int RefusalsAnHour = 30;
    private const string Gateway = "gateway";

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private long _windowStart = time.GetTimestamp();
    private int _inWindow;
    private long _left;

    /// <summary>Completes when the record is durable, left out, or cannot be made.</summary>
    public async ValueTask RecordAsync(string name, CommandEnvelope? command, CommandAnswer answer)
    {
        var isRefusal = answer.Outcome == CommandOutcome.Refused;
        if (isRefusal && IsTooMany())
        {
            _left++;
            return;
        }

        // Who claims to have sent what was forged is nobody's word.
        var (id, by) = answer.Code is "forged" || command is null ? (null, null) : (command.Id, command.By);
        var data = new CommandAuditData(CommandAuditData.Command, name, id, by, answer.Outcome, answer.Code, answer.Reason, _left);
        try
        {
            await journal.AppendAsync(
                JournalEntry.Of(EventKind.Audit, isRefusal ? EventPriority.Normal : EventPriority.Info, Gateway, data), CancellationToken.None);
            _left = 0;
        }
        catch (JournalUnavailableException error)
        {
            CommandLog.NotRecorded(logger, error.Message);
        }
    }

    private bool IsTooMany()
    {
        if (time.GetElapsedTime(_windowStart) >= Window)
        {
            (_windowStart, _inWindow) = (time.GetTimestamp(), 0);
        }

        return ++_inWindow > RefusalsAnHour;
    }
}
