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
        await _fixture.Compound.SetLockdownAsync(active: true, GrantsFixture.By, Stop);
        Assert.Equal(RefusalCause.BlockedByMode, Cause(worker));
        await _fixture.ReopenAsync();
        Assert.Equal(RefusalCause.BlockedByMode, Cause(worker));
        Assert.True((await _fixture.Compound.RulesAsync(Stop)).LockedDown);
        await _fixture.Compound.SetLockdownAsync(active: false, GrantsFixture.By, Stop);
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

    private RefusalCause Cause(Guid subject) => Assert.IsType<PassageDecision.Refused>(_fixture.Decide(subject)).Cause;
}
