using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Tests.Patrols.Tickets;

public sealed class HealthRoundsTests : IDisposable
{
    private readonly UpkeepFixture _upkeep = new();

    [Fact(Timeout = 60_000)]
    public async Task Device_that_is_away_for_long_gets_a_ticket_that_closes_when_it_is_back()
    {
        await StandAsync(DeviceState.Online, TimeSpan.FromHours(1));
        await StandAsync(DeviceState.Offline, TimeSpan.FromMinutes(4));
        Assert.Empty(_upkeep.Book.All);

        await StandAsync(DeviceState.Offline, TimeSpan.FromMinutes(2));
        var ticket = Assert.Single(_upkeep.Book.All);
        Assert.Equal(("not-working", "gate-1", "画面停止", 1), (ticket.Code, ticket.Device, ticket.Words.Zh, ticket.Count));

        await StandAsync(DeviceState.Online, TimeSpan.FromSeconds(1));
        Assert.False(Assert.Single(_upkeep.Book.All).IsOpen);
        Assert.Equal([("ticket-opened", EventPriority.Normal, "gate-1"), ("ticket-closed", EventPriority.Info, "gate-1")], _upkeep.Told);
    }

    [Fact(Timeout = 60_000)]
    public async Task Record_of_a_ticket_carries_the_state_that_the_device_is_in()
    {
        await StandAsync(DeviceState.Faulty, TimeSpan.FromMinutes(6));

        var data = JsonSerializer.Deserialize<DeviceHealthData>(Assert.Single(_upkeep.Journal.Entries).Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal(("Faulty", "1", "not-working"), (data.State, data.Details["ticket"], data.Details["finding"]));
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_fails_anew_every_minute_has_been_away_all_the_time()
    {
        for (var minute = 0; minute < 6; minute++)
        {
            await StandAsync(DeviceState.Faulty, TimeSpan.FromSeconds(30));
            await StandAsync(DeviceState.Connecting, TimeSpan.FromSeconds(30));
        }

        Assert.Equal("not-working", Assert.Single(_upkeep.Book.All).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_works_in_part_for_long_gets_a_ticket_of_its_own_kind()
    {
        await StandAsync(DeviceState.Degraded, TimeSpan.FromMinutes(6));
        Assert.Equal("partly-working", Assert.Single(_upkeep.Book.All).Code);

        await StandAsync(DeviceState.Online, TimeSpan.FromSeconds(1));
        Assert.False(Assert.Single(_upkeep.Book.All).IsOpen);
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_drops_often_within_the_window_is_flapping_until_it_has_held()
    {
        for (var drop = 0; drop < 5; drop++)
        {
            await StandAsync(DeviceState.Online, TimeSpan.FromMinutes(5));
            await StandAsync(DeviceState.Offline, TimeSpan.FromSeconds(10));
        }

        var ticket = Assert.Single(_upkeep.Book.All);
        Assert.Equal(("flapping", true), (ticket.Code, ticket.IsOpen));
        Assert.Contains("dropped 5 times within 60 min", ticket.Words.En, StringComparison.Ordinal);

        await StandAsync(DeviceState.Online, TimeSpan.FromMinutes(30));
        Assert.True(Assert.Single(_upkeep.Book.All).IsOpen);
        await StandAsync(DeviceState.Online, TimeSpan.FromMinutes(40));
        Assert.False(Assert.Single(_upkeep.Book.All).IsOpen);
    }

    [Fact(Timeout = 60_000)]
    public async Task State_that_says_flapping_opens_that_ticket_at_once_and_a_restart_does_not_close_it()
    {
        _upkeep.Set("gate-1", DeviceState.Degraded, "flapping");
        await _upkeep.Rounds.LookAsync();
        Assert.Equal("flapping", Assert.Single(_upkeep.Book.All).Code);

        _upkeep.Restart();
        await StandAsync(DeviceState.Online, TimeSpan.FromMinutes(1));
        Assert.True(Assert.Single(_upkeep.Book.All).IsOpen);
        await StandAsync(DeviceState.Online, TimeSpan.FromHours(1));
        Assert.False(Assert.Single(_upkeep.Book.All).IsOpen);
    }

    [Fact(Timeout = 60_000)]
    public async Task Clock_that_is_set_after_the_start_opens_no_ticket_and_hides_none()
    {
        await StandAsync(DeviceState.Connecting, TimeSpan.FromMinutes(1));
        _upkeep.Time.SetWall(TimeSpan.FromDays(20_000));
        await StandAsync(DeviceState.Connecting, TimeSpan.FromMinutes(1));
        Assert.Empty(_upkeep.Book.All);

        _upkeep.Time.SetWall(-TimeSpan.FromDays(20_000));
        await StandAsync(DeviceState.Offline, TimeSpan.FromMinutes(4));
        Assert.Equal("not-working", Assert.Single(_upkeep.Book.All).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Drops_are_counted_within_time_that_passed_whatever_the_clock_was_set_to()
    {
        for (var drop = 0; drop < 5; drop++)
        {
            await StandAsync(DeviceState.Online, TimeSpan.FromMinutes(5));
            await StandAsync(DeviceState.Offline, TimeSpan.FromSeconds(10));
            _upkeep.Time.SetWall(TimeSpan.FromHours(3));
        }

        Assert.Equal("flapping", Assert.Single(_upkeep.Book.All).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Rounds_go_by_themselves_and_outlive_a_failing_journal()
    {
        var stop = TestContext.Current.CancellationToken;
        _upkeep.Journal.Fault = new IOException("full");
        _upkeep.Set("gate-1", DeviceState.Offline);
        await _upkeep.Rounds.StartAsync(stop);
        while (_upkeep.Book.All.Count == 0)
        {
            _upkeep.Time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
            stop.ThrowIfCancellationRequested();
        }

        await _upkeep.Rounds.StopAsync(stop);
    }

    public void Dispose() => _upkeep.Dispose();

    /// <summary>The device is in this state for so long, with a round every ten seconds.</summary>
    private async Task StandAsync(DeviceState state, TimeSpan span)
    {
        _upkeep.Set("gate-1", state);
        await _upkeep.Rounds.LookAsync();
        for (var left = span; left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(10))
        {
            _upkeep.Time.Advance(left < TimeSpan.FromSeconds(10) ? left : TimeSpan.FromSeconds(10));
            await _upkeep.Rounds.LookAsync();
        }
    }
}
