using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Tests.Access.Residents;

namespace Gateway.Edge.Tests.Access.Grants.Compound;

public sealed class CompoundDeskTests : IDisposable
{
    private readonly GrantsFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Holidays_and_lockdown_hold_at_once_and_after_a_restart()
    {
        await _fixture.StartAsync();
        var worker = (await _fixture.AddAsync(_fixture.Plumber() with { Holidays = HolidayRule.NotOnHolidays })).Worker.Id;
        Assert.True(_fixture.Decide(worker).Opens);

        await _fixture.Compound.SetHolidaysAsync([new DateOnly(2026, 6, 1)], GrantsFixture.By, Stop);
        Assert.Equal(RefusalCause.WrongHour, Cause(worker));
        await _fixture.Compound.SetHolidaysAsync([], GrantsFixture.By, Stop);
        await _fixture.Compound.SetLockdownAsync(active: true, GrantsFixture.By, why: null, Stop);
        Assert.Equal(RefusalCause.BlockedByMode, Cause(worker));
        await _fixture.ReopenAsync();
        Assert.Equal(RefusalCause.BlockedByMode, Cause(worker));
        Assert.True((await _fixture.Compound.RulesAsync(Stop)).LockedDown);
        await _fixture.Compound.SetLockdownAsync(active: false, GrantsFixture.By, why: null, Stop);
        Assert.True(_fixture.Decide(worker).Opens);
    }

    [Fact]
    public async Task Tenants_access_ends_with_the_lease_and_the_office_is_reminded_before()
    {
        await _fixture.StartAsync();
        var tenant = (await _fixture.Get<ResidentRegistry>().EnrolAsync(ResidentsFixture.Request(person: 3), Stop)).Resident!;
        Assert.True(await _fixture.Compound.SetLeaseAsync(tenant.Id, _fixture.Now.AddDays(20), GrantsFixture.By, Stop));
        Assert.False(Assert.Single(await _fixture.Compound.LeasesAsync(Stop)).IsDue);

        _fixture.Clock.Advance(TimeSpan.FromDays(10));
        Assert.True(Assert.Single(await _fixture.Compound.LeasesAsync(Stop)).IsDue);
        Assert.True(_fixture.Decide(tenant.Id).Opens);
        await _fixture.ReopenAsync();
        _fixture.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(RefusalCause.LeaseEnded, Cause(tenant.Id));

        Assert.True(await _fixture.Compound.SetLeaseAsync(tenant.Id, null, GrantsFixture.By, Stop));
        Assert.True(_fixture.Decide(tenant.Id).Opens);
        Assert.False(await _fixture.Compound.SetLeaseAsync(Guid.NewGuid(), _fixture.Now, GrantsFixture.By, Stop));
    }

    [Fact]
    public async Task Lockdown_outlives_a_damaged_file_of_grants_and_the_health_text_names_the_leases()
    {
        await _fixture.StartAsync();
        await _fixture.Compound.SetLockdownAsync(active: true, GrantsFixture.By, why: null, Stop);
        _fixture.Close();
        await File.WriteAllTextAsync(Path.Combine(_fixture.Data, "grants.db"), new string('x', 8192), Stop);

        await _fixture.ReopenAsync();

        Assert.True((await _fixture.Compound.RulesAsync(Stop)).LockedDown);
        await _fixture.Compound.SetLockdownAsync(active: false, GrantsFixture.By, why: null, Stop);
        Assert.Contains(
            await _fixture.RecordsAsync(), record => System.Text.Encoding.UTF8.GetString(record.Data.Span).Contains("tenants whose lease is over are let in now", StringComparison.Ordinal));
        await _fixture.ReopenAsync();
        Assert.False((await _fixture.Compound.RulesAsync(Stop)).LockedDown);
    }

    [Fact]
    public async Task More_holidays_than_are_kept_are_refused_and_change_nothing()
    {
        await _fixture.StartAsync();
        await _fixture.Compound.SetHolidaysAsync([new DateOnly(2026, 6, 1)], GrantsFixture.By, Stop);

        Assert.Null(await _fixture.Compound.SetHolidaysAsync(
            [.. Enumerable.Range(0, 1001).Select(new DateOnly(2026, 1, 1).AddDays)], GrantsFixture.By, Stop));

        Assert.Equal([new DateOnly(2026, 6, 1)], (await _fixture.Compound.RulesAsync(Stop)).Holidays);
    }

    private RefusalCause Cause(Guid subject) => Assert.IsType<PassageDecision.Refused>(_fixture.Decide(subject)).Cause;
}
