using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Tests.VehicleBarriers;

/// <summary>A barrier on simulated lines with its loop running; time moves only when the test waits for something.</summary>
internal sealed class BarrierUnderTest : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _run;

    public BarrierUnderTest(BarrierSettings? settings = null, IDigitalInput? beam = null)
    {
        var usual = settings ?? new BarrierSettings { HasUpLimit = true, HasDownLimit = true };
        (Loop, Beam, Fire) = (new SimulatedInput(Clock), new SimulatedInput(Clock), new SimulatedInput(Clock));
        var (isUp, isDown) = (new SimulatedInput(Clock), new SimulatedInput(Clock));
        Thing = new SimulatedBarrier(Clock) { Held = usual.Held, Loops = [Loop], Beam = Beam, Fire = Fire, IsUp = isUp, IsDown = isDown }.Connect(Up, Down, stop: null);
        var wiring = new BarrierWiring
        {
            Up = Take(Up),
            Down = Take(Down),
            Loops = [Loop.Take()],
            Beam = beam ?? Beam.Take(),
            Fire = Fire.Take(),
            IsUp = usual.HasUpLimit ? isUp.Take() : null,
            IsDown = usual.HasDownLimit ? isDown.Take() : null,
        };
        Barrier = new VehicleBarrier(new DeviceId("barrier"), new Wording("道闸", "Barrier"), camera: null, wiring, usual, Clock);
        Reporter = new DeviceReporter(Barrier.Id, Barrier.Kind, Clock);
        _run = Barrier.RunAsync(Reporter, _stop.Token);
    }

    public FakeTimeProvider Clock { get; } = new();

    public SimulatedOutput Up { get; } = new();

    public SimulatedOutput Down { get; } = new();

    public SimulatedInput Loop { get; }

    public SimulatedInput Beam { get; }

    public SimulatedInput Fire { get; }

    public SimulatedBarrier Thing { get; }

    public VehicleBarrier Barrier { get; }

    public DeviceReporter Reporter { get; }

    public Task Run => _run;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Lets time pass in small steps until the barrier reports this; what it reports before is in <paramref name="seen"/>.</summary>
    public async Task<BarrierObserved> UntilAsync(BarrierEvent awaited, List<BarrierEvent>? seen = null)
    {
        while (true)
        {
            Cancelled.ThrowIfCancellationRequested();
            if (!Reporter.Queue.TryRead(out var observation))
            {
                await StepAsync();
                continue;
            }

            if (observation is BarrierObserved barrier)
            {
                seen?.Add(barrier.Event);
                if (barrier.Event == awaited)
                {
                    return barrier;
                }
            }
        }
    }

    /// <summary>Lets time pass in small steps until this holds.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            Cancelled.ThrowIfCancellationRequested();
            await StepAsync();
        }
    }

    /// <summary>A tenth of a second goes by, and whoever waits for it has real time to act.</summary>
    public async Task StepAsync()
    {
        Clock.Advance(TimeSpan.FromMilliseconds(100));
        await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
    }

    /// <summary>The host stops; returns when the barrier rests.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        while (!_run.IsCompleted)
        {
            await StepAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Barrier.Dispose();
        Thing.Dispose();
        _stop.Dispose();
    }

    private static IDigitalOutput Take(SimulatedOutput line) => line.Take(new OutputLine(new LineAddress(0), "barrier"));
}
