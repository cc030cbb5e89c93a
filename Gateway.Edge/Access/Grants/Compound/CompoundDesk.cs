using System.Collections.Immutable;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Grants.Storage;
using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Access.Grants.Compound;

/// <summary>Holidays, lockdown and leases: on disk, in memory for decisions.</summary>
internal sealed class CompoundDesk(GrantDatabase database, GrantBook book, LockdownFile file, IResidentDirectory residents, GrantOptions options, TimeProvider clock) : ICompoundDesk
{
    private CompoundRules Rules => new(book.Now.IsLockedDown, [.. book.Now.Holidays.Order()]);

    /// <inheritdoc/>
    public Task<CompoundRules> RulesAsync(CancellationToken cancellationToken) => Task.FromResult(Rules);

    /// <inheritdoc/>
    public async Task<CompoundRules?> SetHolidaysAsync(IReadOnlyList<DateOnly> days, string by, CancellationToken cancellationToken)
    {
        var holidays = days.ToImmutableHashSet();
        if (holidays.Count > ICompoundDesk.MostHolidays)
        {
            return null;
        }

        await ChangeAsync(
            change => SettingRows.PutHolidays(change.File, holidays),
            before => before.With(holidays),
            GrantAudit.Of(GrantAudit.HolidaysSet, null, by, new LocalizedText($"节假日设为 {holidays.Count} 天", $"{holidays.Count} holidays were set"), clock.GetUtcNow()),
            cancellationToken);
        return Rules;
    }

    /// <inheritdoc/>
    public async Task<CompoundRules> SetLockdownAsync(bool active, string by, string? why, CancellationToken cancellationToken)
    {
        var words = active
            ? new LocalizedText("小区临时管控：临时人员暂不能进入", "The compound was locked down: temporary workers stay outside")
            : new LocalizedText("小区临时管控已解除", "The lockdown of the compound was lifted");
        words = why is null ? words : new($"{words.Zh}（{why}）", $"{words.En} ({why})");
        // The file is there first and goes last: whatever fails in between, the lockdown holds after a restart.
        if (active)
        {
            file.Set(active);
        }

        try
        {
            await ChangeAsync(
                change => SettingRows.PutLockdown(change.File, active),
                before => before.With(active),
                GrantAudit.Of(GrantAudit.LockdownSet, null, by, words, clock.GetUtcNow()),
                cancellationToken);
        }
        catch when (active && !Rules.LockedDown)
        {
            // What nothing is on record of must not hold after a restart either.
            file.Set(active: false);
            throw;
        }

        if (!active)
        {
            file.Set(active);
        }

        return Rules;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Lease>> LeasesAsync(CancellationToken cancellationToken)
    {
        var due = clock.GetUtcNow().AddDays(options.LeaseReminderDays);
        return Task.FromResult<IReadOnlyList<Lease>>(
            [.. book.Now.Leases.OrderBy(lease => lease.Value).ThenBy(lease => lease.Key).Select(lease => new Lease(lease.Key, lease.Value, lease.Value <= due))]);
    }

    /// <inheritdoc/>
    public async Task<bool> SetLeaseAsync(Guid resident, DateTimeOffset? end, string by, CancellationToken cancellationToken)
    {
        if (end is not null && residents.Find(resident) is null)
        {
            return false;
        }

        var words = end is null
            ? new LocalizedText("住户租期已取消", "A resident's lease end was removed")
            : new LocalizedText("已设置租户的租期结束时间", "The end of a tenant's lease was set");
        await ChangeAsync(
            change => SettingRows.PutLease(change.File, resident, end),
            before => before.WithLease(resident, end),
            GrantAudit.Of(GrantAudit.LeaseSet, resident, by, words, clock.GetUtcNow()),
            cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public Task SetLeasesAsync(IReadOnlyList<(Guid Resident, DateTimeOffset End)> leases, string by, CancellationToken cancellationToken)
    {
        var known = leases.Where(lease => residents.Find(lease.Resident) is not null).ToList();
        return known.Count == 0 ? Task.CompletedTask : ChangeAsync(
            change => known.ForEach(lease => SettingRows.PutLease(change.File, lease.Resident, lease.End)),
            before => before.WithLeases(known),
            GrantAudit.Of(
                GrantAudit.LeaseSet, null, by, new LocalizedText($"已设置 {known.Count} 位租户的租期结束时间", $"The ends of {known.Count} tenants' leases were set"), clock.GetUtcNow()),
            cancellationToken);
    }

    private Task<bool> ChangeAsync(Action<GrantTransaction> write, Func<GrantSnapshot, GrantSnapshot> remember, GrantAudit audit, CancellationToken cancellationToken) =>
        database.ChangeAsync(
            change =>
            {
                write(change);
                change.Record(audit);
                return true;
            },
            _ => book.Change(remember),
            cancellationToken);
}
