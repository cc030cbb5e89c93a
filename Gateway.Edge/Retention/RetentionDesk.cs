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

    /// <summary>Sets times, all or none. Nothing changes where one of them is another by now than whoever sets it has seen, or lies outside its rule's bounds.</summary>
    /// <param name="changes">The rules with the days that were shown and those that are to hold.</param>
    /// <param name="by">Who sets them.</param>
    /// <param name="cancellationToken">Gives up waiting for others; what has begun is carried through.</param>
    /// <returns>True when all are in force.</returns>
    /// <exception cref="JournalUnavailableException">It cannot be put on record; nothing was changed.</exception>
    /// <exception cref="IOException">The disk takes nothing; nothing was changed.</exception>
    public async Task<bool> SetAsync(IReadOnlyList<(RetentionRule Rule, int Was, int Days)> changes, string by, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (changes.Any(change => change.Was != change.Rule.Read(OptionsOf(change.Rule)) || change.Days < change.Rule.Least || change.Days > change.Rule.Most))
            {
                return false;
            }

            foreach (var (rule, was, days) in changes)
            {
                var words = new LocalizedText($"{rule.Name.Zh}：保存期限由 {was} 天改为 {days} 天", $"{rule.Name.En}: kept for {days} days, before {was}");
                await journal.AppendAsync(
                    JournalEntry.Of(EventKind.Audit, EventPriority.Normal, ActionAudit.Gateway, new ActionAuditData(ActionAuditData.ByHand, "retention-set", ActionAudit.Gateway, by, words)),
                    CancellationToken.None);
            }

            saved.Save(changes.Select(change => KeyValuePair.Create(change.Rule.Key, change.Days)));
            foreach (var (rule, _, days) in changes)
            {
                rule.Write(OptionsOf(rule), days);
            }

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
