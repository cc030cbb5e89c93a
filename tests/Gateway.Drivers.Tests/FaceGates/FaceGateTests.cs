using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Tests.FaceGates;

public sealed class FaceGateTests
{
    private static readonly DoorSettings Settings = new() { Debounce = TimeSpan.Zero };
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Pulse_ends_at_the_safe_level_even_if_nothing_runs_the_device()
    {
        using var door = Door();
        using var gate = Gate(door, door);
        await gate.OpenAsync(Cancelled);
        Assert.True(door.Released);
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.True(door.Released);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.False(door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pulse_whose_timer_fires_early_ends_all_the_same()
    {
        using var door = Door();
        using var relay = new DoorRelay(door, Settings with { Pulse = TimeSpan.FromMilliseconds(100.5) }, new HastyClock(_clock));
        await relay.OpenAsync(Cancelled);
        _clock.Advance(TimeSpan.FromMilliseconds(100.4));
        Assert.True(door.Released);
        _clock.Advance(TimeSpan.FromMilliseconds(2));
        Assert.False(door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Door_contact_that_is_lost_is_named_and_takes_neither_exit_button_nor_fire_input_along()
    {
        await using var bench = new GateBench();
        await bench.RunAsync();
        bench.Door.Contact.Fault = "The contact's board does not answer.";
        await bench.UntilAsync(() => bench.Also == "door-contact-lost");
        for (var i = 0; i < 3; i++)
        {
            bench.Button.Set(active: true);
            await bench.UntilAsync(() => bench.Seen.OfType<ExitPressed>().Count() == i + 1);
            Assert.True(bench.Door.Released);
            bench.Button.Set(active: false);
            bench.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        bench.Fire.Set(active: true);
        await bench.UntilAsync(() => bench.Seen.OfType<FireRelease>().Any());
        Assert.True(bench.Door.Released);
        bench.Fire.Set(active: false);
        await bench.UntilAsync(() => bench.Seen.OfType<FireRelease>().Count() == 2);

        bench.Door.Contact.Fault = null;
        await bench.UntilAsync(() => bench.Also.Length == 0, TimeSpan.FromSeconds(1));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Gate.OpenAsync(Cancelled);
        await bench.UntilAsync(() => bench.Seen.OfType<DoorObserved>().Any(seen => seen.Event == DoorEvent.NotUsed), TimeSpan.FromSeconds(1));
    }

    [Fact(Timeout = 60_000)]
    public async Task Second_release_makes_the_pulse_last_from_then()
    {
        using var door = Door();
        using var gate = Gate(door, door);
        await gate.OpenAsync(Cancelled);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await gate.OpenAsync(Cancelled);
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.True(door.Released);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.False(door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Passage_and_forced_opening_are_observed_while_the_camera_is_absent()
    {
        using var door = Door();
        using var gate = Gate(door, door);
        var reporter = new DeviceReporter(gate.Id, gate.Kind, _clock);
        using var stop = new CancellationTokenSource();
        var run = gate.RunAsync(reporter, stop.Token);
        await gate.OpenAsync(Cancelled);
        Assert.Equal(DoorEvent.Opened, await NextAsync(reporter));
        Assert.Equal(DoorEvent.Closed, await NextAsync(reporter));
        Step(10);
        door.ForceOpen();
        Assert.Equal(DoorEvent.ForcedOpen, await NextAsync(reporter));
        Assert.Equal(DoorEvent.HeldOpen, await NextAsync(reporter));
        door.Close();
        Assert.Equal(DoorEvent.Closed, await NextAsync(reporter));
        Assert.Equal("camera-file-missing", reporter.Health.Code);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stopping_the_gate_locks_its_door_at_once()
    {
        using var door = Door();
        using var gate = Gate(door, door);
        using var stop = new CancellationTokenSource();
        var run = gate.RunAsync(new DeviceReporter(gate.Id, gate.Kind, _clock), stop.Token);
        await gate.OpenAsync(Cancelled);
        Assert.True(door.Released);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.False(door.Released);
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await gate.OpenAsync(Cancelled));
        Assert.False(door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Disposing_of_the_hub_locks_the_doors_even_if_nobody_stopped_it()
    {
        using var door = Door();
        var gate = Gate(door, door);
        await using (var hub = new DeviceHub([gate], _clock, new Random(1), new ListLogger<DeviceHub>()))
        {
            await hub.StartAsync(Cancelled);
            await foreach (var observation in hub.ReadAllAsync(Cancelled))
            {
                // The gate is under way once its camera has something to say.
                if (observation is HealthChanged)
                {
                    break;
                }
            }

            await gate.OpenAsync(Cancelled);
            Assert.True(door.Released);
        }

        Assert.False(door.Released);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await gate.OpenAsync(Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_that_fails_is_an_error_for_whoever_opens_and_is_locked_when_it_works_again()
    {
        using var door = Door();
        var relay = new FailingRelay(door) { Fails = true };
        using var gate = Gate(relay, door);
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await gate.OpenAsync(Cancelled));
        await door.SetAsync(active: true, Cancelled);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.True(door.Released);
        relay.Fails = false;
        _clock.Advance(TimeSpan.FromSeconds(0.25));
        Assert.False(door.Released);
    }

    private SimulatedDoor Door() => new(new SimulationSettings(), _clock, new Random(1));

    private FaceGate Gate(IDigitalOutput relay, IDigitalInput contact) => new(
        new DeviceId("gate"),
        new Wording("门", "Gate"),
        new FfmpegVideoSource(new VideoSettings { Url = "/absent.mp4" }, _clock, new Random(1)),
        relay,
        contact,
        Settings,
        _clock);

    private void Step(double seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Lets time pass in small steps until the door does something; health reports are passed over.</summary>
    private async Task<DoorEvent> NextAsync(DeviceReporter reporter)
    {
        while (true)
        {
            Cancelled.ThrowIfCancellationRequested();
            if (reporter.Queue.TryRead(out var observation))
            {
                if (observation is DoorObserved door)
                {
                    return door.Event;
                }

                continue;
            }

            Step(0.05);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancelled);
        }
    }

    private sealed class FailingRelay(IDigitalOutput relay) : IDigitalOutput
    {
        public ValueTask DisposeAsync() => relay.DisposeAsync();

        public bool Fails { get; set; }

        public ValueTask SetAsync(bool active, CancellationToken cancellationToken) =>
            Fails ? throw new DeviceFaultException("The relay board does not answer.") : relay.SetAsync(active, cancellationToken);
    }
}
