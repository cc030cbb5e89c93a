using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.Simulation;

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

        // An ordinary release that nobody uses shows that the fire's end has been taken note of.
        await bench.Gate.OpenAsync(Cancelled);
        await bench.UntilAsync(() => bench.Seen.OfType<DoorObserved>().Any(door => door.Event == DoorEvent.NotUsed), Second);
        bench.Door.ForceOpen();
        await bench.UntilAsync(() => bench.Seen.OfType<DoorObserved>().Count() == 4);
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

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task First_state_is_told_once_whatever_it_is_and_rest_is_no_end_of_a_fire(bool active)
    {
        await using var bench = new GateBench();
        bench.Fire.Set(active);
        await bench.RunAsync();
        await bench.UntilAsync(() => bench.Seen.Any(seen => seen is FireRelease or FireInputAtRest));
        bench.Fire.Set(!active);
        await bench.UntilAsync(() => bench.Seen.OfType<FireRelease>().Any(release => release.Active != active));

        string[] expected = active ? ["fire", "end"] : ["rest", "fire"];
        Assert.Equal(expected, bench.Seen.Where(seen => seen is FireRelease or FireInputAtRest).Select(seen => seen switch
        {
            FireInputAtRest => "rest",
            FireRelease { Active: true } => "fire",
            _ => "end",
        }));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stopping_the_gateway_in_a_fire_does_not_lock_the_door_even_when_its_line_is_given_back(bool pullToRelease)
    {
        await using var bench = Stoppable(pullToRelease);
        await bench.RunAsync();
        bench.Fire.Set(active: true);
        await bench.UntilAsync(() => bench.Door.Released == pullToRelease);
        await bench.StopAsync();
        await bench.Relay.DisposeAsync();
        Assert.Equal(pullToRelease, bench.Door.Released);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stopping_the_gateway_after_a_fire_leaves_the_door_locked(bool pullToRelease)
    {
        await using var bench = Stoppable(pullToRelease);
        await bench.RunAsync();
        bench.Fire.Set(active: true);
        await bench.UntilAsync(() => bench.Door.Released == pullToRelease);
        bench.Fire.Set(active: false);
        await bench.UntilAsync(() => bench.Door.Released != pullToRelease);
        await bench.StopAsync();
        await bench.Door.SetAsync(pullToRelease, Cancelled);
        await bench.Relay.DisposeAsync();
        Assert.NotEqual(pullToRelease, bench.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Fire_that_is_being_followed_when_the_loop_ends_releases_the_door_all_the_same()
    {
        await using var bench = new GateBench();
        await bench.RunAsync();
        var driven = bench.Relay.Drives;
        var slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Relay.Slow = slow.Task;
        bench.Fire.Set(active: true);
        await bench.UntilAsync(() => bench.Relay.Drives > driven);
        var stopped = bench.StopAsync();
        slow.SetResult();
        await stopped;
        Assert.True(bench.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Change_on_which_the_loop_broke_off_is_driven_and_told_when_it_runs_again()
    {
        var clock = new FakeTimeProvider();
        var input = new SimulatedInput(clock);
        var reporter = new DeviceReporter(new DeviceId("gate"), "face-gate", clock);
        using var health = new GateHealth(reporter);
        var fire = new FireInput(new DeviceId("gate"), input.Take(), clock);
        input.Set(active: true);
        using var broken = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fire.RunAsync(_ => throw new OperationCanceledException(), reporter, health, broken.Token));

        List<bool> driven = [];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var run = fire.RunAsync(Drive, reporter, health, stop.Token);
        while (await reporter.Queue.ReadAsync(Cancelled) is not FireRelease { Active: true })
        {
        }

        Assert.Equal([true], driven);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        ValueTask Drive(bool released)
        {
            driven.Add(released);
            return ValueTask.CompletedTask;
        }
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

    private static GateBench Stoppable(bool pullToRelease) => new(
        settings: new DoorSettings { Debounce = TimeSpan.Zero, PullToRelease = pullToRelease },
        relay: door => door.Relay.Take(new OutputLine(new LineAddress(0), "gate") { SafeActive = !pullToRelease }));
}
