using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FaceGates.Readers;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Tests.FaceGates;

/// <summary>A camera gate whose camera is absent, with the lines of its extras, for one test. Time stands still unless it is moved.</summary>
internal sealed class GateBench : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    public GateBench(Func<TimeProvider, CredentialReader>? reader = null, DoorSettings? settings = null, Func<SimulatedDoor, IDigitalOutput>? relay = null)
    {
        Door = new SimulatedDoor(new SimulationSettings { UnusedShare = 1 }, Clock, new Random(1));
        (Button, Fire) = (new SimulatedInput(Clock), new SimulatedInput(Clock));
        Relay = new FlakyRelay(relay?.Invoke(Door) ?? Door);
        Gate = new FaceGate(
            new DeviceId("gate"),
            new Wording("门", "Gate"),
            new FfmpegVideoSource(new VideoSettings { Url = "/absent.mp4" }, Clock, new Random(1)),
            Relay,
            Door,
            settings ?? new DoorSettings { Debounce = TimeSpan.Zero },
            Clock)
        {
            ExitButton = Button.Take(),
            FireRelease = Fire.Take(),
            Reader = reader?.Invoke(Clock),
        };
        Reporter = new DeviceReporter(Gate.Id, Gate.Kind, Clock);
    }

    public FakeTimeProvider Clock { get; } = new();

    public SimulatedDoor Door { get; }

    public FlakyRelay Relay { get; }

    public SimulatedInput Button { get; }

    public SimulatedInput Fire { get; }

    public FaceGate Gate { get; }

    public DeviceReporter Reporter { get; }

    /// <summary>Everything observed so far but health.</summary>
    public List<Observation> Seen { get; } = [];

    /// <summary>What is wrong beside the absent camera.</summary>
    public string Also => Reporter.Health.Details.GetValueOrDefault("also", "");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async Task RunAsync()
    {
        _run = Task.Run(() => Gate.RunAsync(Reporter, _stop.Token));
        await UntilAsync(() => Reporter.Health.Code == "camera-file-missing");
    }

    /// <summary>Waits until something holds; where it takes time, time passes in steps.</summary>
    public async Task UntilAsync(Func<bool> holds, TimeSpan step = default)
    {
        while (true)
        {
            while (Reporter.Queue.TryRead(out var observation))
            {
                if (observation is not HealthChanged)
                {
                    Seen.Add(observation);
                }
            }

            if (holds())
            {
                return;
            }

            Clock.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancelled);
        }
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Gate.Dispose();
        Door.Dispose();
        _stop.Dispose();
    }

    internal sealed class FlakyRelay(IDigitalOutput relay) : IDigitalOutput
    {
        private int _drives;

        public bool Fails { get; set; }

        /// <summary>A drive takes until this is over.</summary>
        public Task Slow { get; set; } = Task.CompletedTask;

        public void Leave(bool active) => relay.Leave(active);

        /// <summary>How often it has been driven, or tried to be.</summary>
        public int Drives => Volatile.Read(ref _drives);

        public async ValueTask SetAsync(bool active, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _drives);
            await Slow.WaitAsync(cancellationToken);
            if (Fails)
            {
                throw new DeviceFaultException("The relay board does not answer.");
            }

            await relay.SetAsync(active, cancellationToken);
        }

        public ValueTask DisposeAsync() => relay.DisposeAsync();
    }
}
