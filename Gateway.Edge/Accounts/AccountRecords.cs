using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Accounts;

/// <summary>Audit records of accounts. Safe for several threads.</summary>
internal sealed class AccountRecords(IJournal journal, ILogger<AccountRecords> logger)
{
    /// <summary>Completes when the record is durable.</summary>
    /// <param name="name">One of <see cref="AccountDeeds"/>.</param>
    /// <param name="by">Who, and from where.</param>
    /// <param name="words">The same in words; log-in names, never people's.</param>
    /// <exception cref="JournalUnavailableException">It cannot be made: then nothing may be done.</exception>
    public async Task PutAsync(string name, string by, LocalizedText words)
    {
        var data = new ActionAuditData(ActionAuditData.ByHand, name, ActionAudit.Gateway, by, words);
        // Not cancelled with the request: whether something was done must not depend on who waits for the answer.
        await journal.AppendAsync(JournalEntry.Of(EventKind.Audit, EventPriority.Normal, ActionAudit.Gateway, data), CancellationToken.None);
    }

    /// <summary>The same for what goes on without its record: people must be able to sign in to see why the journal cannot be written.</summary>
    public async Task TryPutAsync(string name, string by, LocalizedText words)
    {
        try
        {
            await PutAsync(name, by, words);
        }
        catch (JournalUnavailableException error)
        {
            AccountsLog.Unrecorded(logger, name, by, error);
        }
    }
}
