using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Charging;
using Gateway.Edge.Journal;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Retention;

/// <summary>Reads and sets the times after which things are erased: on record, on disk, then in force. Safe for several threads.</summary>
internal sealed class RetentionDesk(
    SavedRetention saved, IJournal journal, IOptions<JournalOptions> records, GrantOptions grants, VehicleOptions vehicles, ChargingOptions charging, IOptions<StrangerOptions> strangers) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Every time with the days that hold now.</summary>
    public IReadOnlyList<(RetentionRule Rule, int Days)> All => [.. RetentionRules.All.Select(rule => (rule, rule.Read(OptionsOf(rule))))];

    /// <summary>Sets one time. Nothing changes where the days are the same or lie outside the rule's bounds.</summary>
    /// <returns>True when it was changed.</returns>
    /// <exception cref="JournalUnavailableException">It cannot be put on record; nothing was changed.</exception>
    /// <exception cref="IOException">The disk takes nothing; nothing was changed.</exception>
    public async Task<bool> SetAsync(RetentionRule rule, int days, string by, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var (options, before) = (OptionsOf(rule), rule.Read(OptionsOf(rule)));
            if (days == before || days < rule.Least || days > rule.Most)
            {
                return false;
            }

            var words = new LocalizedText($"{rule.Name.Zh}：保存期限由 {before} 天改为 {days} 天", $"{rule.Name.En}: kept for {days} days, before {before}");
            await journal.AppendAsync(
                JournalEntry.Of(EventKind.Audit, EventPriority.Normal, ActionAudit.Gateway, new ActionAuditData(ActionAuditData.ByHand, "retention-set", ActionAudit.Gateway, by, words)),
                CancellationToken.None);
            saved.Save(rule.Key, days);
            rule.Write(options, days);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private object OptionsOf(RetentionRule rule) => rule.Property.DeclaringType switch
    {
        var type when type == typeof(JournalOptions) => records.Value,
        var type when type == typeof(GrantOptions) => grants,
        var type when type == typeof(VehicleOptions) => vehicles,
        var type when type == typeof(ChargingOptions) => charging,
        _ => strangers.Value,
    };
}
