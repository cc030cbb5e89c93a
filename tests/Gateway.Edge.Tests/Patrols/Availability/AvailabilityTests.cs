using Gateway.Drivers.Devices;
using Gateway.Edge.Patrols.Availability;

namespace Gateway.Edge.Tests.Patrols.Availability;

// The clock begins on 1 June 2026 at 08:00 UTC, which is 16:00 in the compound.
public sealed class AvailabilityTests : IDisposable
{
    private static readonly DateOnly FirstOfJune = new(2026, 6, 1);
    private readonly UpkeepFixture _upkeep = new();

    [Fact]
    public void Share_is_of_the_observed_time_online_or_in_part_and_each_loss_is_a_drop()
    {
        Stand(DeviceState.Online, TimeSpan.FromMinutes(30));
        Stand(DeviceState.Offline, TimeSpan.FromMinutes(5));
        Stand(DeviceState.Faulty, TimeSpan.FromMinutes(5));
        Stand(DeviceState.Degraded, TimeSpan.FromMinutes(10));
        _upkeep.Keeper.Write();

        var day = _upkeep.Keeper.Of("gate-1").Day;

        Assert.Equal((TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(40), 1), (day.Observed, day.Working, day.Drops));
        Assert.Equal(0.8, day.Share!.Value, 6);
        Assert.Equal(day, _upkeep.Keeper.Of("gate-1").Month);
    }

    [Fact]
    public void Start_of_a_device_is_no_drop()
    {
        Stand(DeviceState.Connecting, TimeSpan.FromMinutes(1));
        Stand(DeviceState.Online, TimeSpan.FromMinutes(1));
        _upkeep.Keeper.Write();

        Assert.Equal(0, _upkeep.Keeper.Of("gate-1").Day.Drops);
    }

    [Fact]
    public void Local_midnight_parts_the_days()
    {
        Stand(DeviceState.Online, TimeSpan.FromHours(9));
        Stand(DeviceState.Offline, TimeSpan.FromHours(1));
        _upkeep.Keeper.Write();

        Assert.Equal(
            [
                (FirstOfJune, new AvailabilityShare(TimeSpan.FromHours(8), TimeSpan.FromHours(8), 0)),
                (FirstOfJune.AddDays(1), new AvailabilityShare(TimeSpan.FromHours(2), TimeSpan.FromHours(1), 1)),
            ],
            _upkeep.Store.Days("gate-1"));
    }

    [Fact]
    public void Time_in_which_the_gateway_was_down_is_not_observed()
    {
        Stand(DeviceState.Online, TimeSpan.FromHours(1));
        _upkeep.Keeper.Write();
        _upkeep.Time.Advance(TimeSpan.FromHours(5));
        _upkeep.Restart();
        Stand(DeviceState.Offline, TimeSpan.FromHours(1));
        _upkeep.Keeper.Write();

        var day = _upkeep.Keeper.Of("gate-1").Day;

        Assert.Equal((TimeSpan.FromHours(2), TimeSpan.FromHours(1)), (day.Observed, day.Working));
    }

    [Fact]
    public void Spans_reach_back_24_hours_7_days_and_30_days()
    {
        for (var day = 0; day < 31; day++)
        {
            Stand(day == 30 ? DeviceState.Online : DeviceState.Offline, TimeSpan.FromDays(1));
            _upkeep.Keeper.Write();
        }

        var availability = _upkeep.Keeper.Of("gate-1");

        Assert.Equal(1, availability.Day.Share!.Value, 6);
        Assert.InRange(availability.Week.Share!.Value, 1 / 7.0, 1 / 6.0);
        Assert.InRange(availability.Month.Share!.Value, 1 / 30.0, 1 / 28.0);
        Assert.InRange(availability.Month.Observed.TotalDays, 29, 30);
    }

    [Fact]
    public void Days_are_kept_for_400_days_and_hours_of_the_past_are_put_together_without_loss()
    {
        for (var day = 0; day < 410; day++)
        {
            Stand(day % 2 == 0 ? DeviceState.Online : DeviceState.Offline, TimeSpan.FromDays(1));
            _upkeep.Keeper.Write();
        }

        var days = _upkeep.Store.Days("gate-1");

        Assert.Equal(400, days.Count);
        Assert.All(days.SkipLast(1), day => Assert.Equal(TimeSpan.FromDays(1), day.Share.Observed));
        Assert.All(days.Skip(1).SkipLast(1), day => Assert.InRange(day.Share.Working, TimeSpan.FromHours(8), TimeSpan.FromHours(16)));
    }

    [Fact]
    public void Clock_that_is_wrong_by_years_for_a_while_makes_nothing_forgotten()
    {
        for (var day = 0; day < 10; day++)
        {
            Stand(DeviceState.Online, TimeSpan.FromDays(1));
            _upkeep.Keeper.Write();
        }

        var before = _upkeep.Store.Days("gate-1").Count;
        _upkeep.Time.SetWall(TimeSpan.FromDays(5_000));
        Stand(DeviceState.Online, TimeSpan.FromDays(1));
        _upkeep.Keeper.Write();
        Assert.InRange(_upkeep.Store.Days("gate-1").Count, before + 1, before + 2);

        _upkeep.Time.SetWall(-TimeSpan.FromDays(5_000));
        Stand(DeviceState.Online, TimeSpan.FromDays(1));
        _upkeep.Keeper.Write();
        Assert.Equal(FirstOfJune, _upkeep.Store.Days("gate-1")[0].Day);
    }

    [Fact]
    public void Device_that_no_longer_stands_is_observed_no_more()
    {
        Stand(DeviceState.Online, TimeSpan.FromMinutes(10));
        _upkeep.Devices.Remove("gate-1");
        _upkeep.Keeper.Write();
        _upkeep.Time.Advance(TimeSpan.FromHours(1));
        _upkeep.Keeper.Write();

        Assert.Equal(TimeSpan.FromMinutes(10), _upkeep.Keeper.Of("gate-1").Day.Observed);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_observed_is_written_every_minute_and_at_the_stop()
    {
        var stop = TestContext.Current.CancellationToken;
        _upkeep.Set("gate-1", DeviceState.Online);
        await _upkeep.Keeper.StartAsync(stop);
        while (_upkeep.Store.Days("gate-1").Count == 0)
        {
            if (_upkeep.Time.IsAwaited)
            {
                _upkeep.Time.Advance(AvailabilityKeeper.Interval);
            }

            await Task.Yield();
            stop.ThrowIfCancellationRequested();
        }

        _upkeep.Time.Advance(TimeSpan.FromSeconds(59));
        await _upkeep.Keeper.StopAsync(stop);

        var total = _upkeep.Time.GetUtcNow() - new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(total, TimeSpan.FromTicks(_upkeep.Store.Days("gate-1").Sum(day => day.Share.Observed.Ticks)));
    }

    public void Dispose() => _upkeep.Dispose();

    private void Stand(DeviceState state, TimeSpan span)
    {
        _upkeep.Set("gate-1", state);
        _upkeep.Time.Advance(span);
    }
}
