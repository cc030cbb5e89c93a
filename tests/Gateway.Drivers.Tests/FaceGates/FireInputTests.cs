using Gateway.Drivers.FaceGates;

namespace Gateway.Drivers.Tests.FaceGates;

public sealed class FireInputTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Door_stands_released_as_long_as_the_fire_lasts_and_locks_after_it(bool pullToRelease)
    {
        await using var bench = new GateBench(settings: new DoorSettings { Debounce = TimeSpan.Zero, PullToRelease = pullToRelease });
        await bench.RunAsync();
        bench.Fire.Set(active: true);
        await bench.UntilAsync(() => bench.Door.Released == pullToRelease && bench.Seen.OfType<FireRelease>().Any());
        await bench.Gate.OpenAsync(Cancelled);
        for (var i = 0; i < 20; i++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(pullToRelease, bench.Door.Released);
        }

        bench.Fire.Set(active: false);
        await bench.UntilAsync(() => bench.Door.Released != pullToRelease);
        await bench.UntilAsync(() => bench.Seen.OfType<FireRelease>().Count() == 2);
        Assert.Equal([true, false], bench.Seen.OfType<FireRelease>().Select(fire => fire.Active));
    }

    [Fact(Timeout = 60_000)]
    public async Task People_who_leave_in_a_fire_are_not_reported_as_intruders()
    {
        await using var bench = new GateBench();
        await bench.RunAsync();
        bench.Fire.Set(active: true);
        await bench.UntilAsync(() => bench.Seen.OfType<FireRelease>().Any());
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        bench.Door.ForceOpen();
        await bench.UntilAsync(() => bench.Seen.OfType<DoorObserved>().Any());
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        bench.Door.Close();
        await bench.UntilAsync(() => bench.Seen.OfType<DoorObserved>().Count() == 2);
        Assert.Equal([DoorEvent.Opened, DoorEvent.Closed], bench.Seen.OfType<DoorObserved>().Select(door => door.Event));
        bench.Fire.Set(active: false);
        await bench.UntilAsync(() => bench.Seen.OfType<FireRelease>().Count() == 2);
        await bench.UntilAsync(() => !bench.Door.Released);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancelled);
        bench.Door.ForceOpen();
        await bench.UntilAsync(() => bench.Seen.OfType<DoorObserved>().Count() == 3);
        Assert.Equal(DoorEvent.ForcedOpen, bench.Seen.OfType<DoorObserved>().Last().Event);
    }

    [Fact(Timeout = 60_000)]
    public async Task Fire_that_burns_at_the_start_releases_the_door()
    {
        await using var bench = new GateBench();
        bench.Fire.Set(active: true);
        await bench.RunAsync();
        await bench.UntilAsync(() => bench.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stopping_the_gateway_in_a_fire_does_not_lock_the_door()
    {
        await using var bench = new GateBench();
        await bench.RunAsync();
        bench.Fire.Set(active: true);
        await bench.UntilAsync(() => bench.Door.Released);
        await bench.StopAsync();
        Assert.True(bench.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_that_does_not_obey_is_named_driven_again_and_the_fire_is_told_all_the_same()
    {
        await using var bench = new GateBench();
        await bench.RunAsync();
        bench.Relay.Fails = true;
        bench.Fire.Set(active: true);
        await bench.UntilAsync(() => bench.Seen.OfType<FireRelease>().Any());
        Assert.Equal("fire-not-obeyed", bench.Also);
        bench.Relay.Fails = false;
        bench.Clock.Advance(Second);
        await bench.UntilAsync(() => bench.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Lost_input_degrades_the_gate_and_is_followed_again()
    {
        await using var bench = new GateBench();
        bench.Fire.Fault = "The relay board does not answer.";
        await bench.RunAsync();
        await bench.UntilAsync(() => bench.Also == "fire-input-lost");
        bench.Fire.Set(active: true);
        bench.Fire.Fault = null;
        await bench.UntilAsync(() => bench.Door.Released, Second);
    }
}
