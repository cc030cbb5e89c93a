using EdgeGateway.Testing;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Tests.Devices;

/// <summary>
/// One device does its worst; a call for help beside it arrives as if it were alone. Time stands still while the presses come, so that a
/// latency of any kind that depends on time would never end; what depends on turns is counted.
/// </summary>
public sealed class IsolationTests
{
    private const int Presses = 50;
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Hostile => ["hangs", "blocks its thread", "floods", "dies", "dies for ever", "reports states without end", "does not stop"];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Hostile))]
    public async Task Call_for_help_comes_through_beside_a_device_that(string behaviour)
    {
        using var free = new ManualResetEventSlim();
        using var never = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var button = new SimulatedInput(_clock);
        var lamp = new SimulatedOutput();
        var light = new AlarmStreetlight(
            new DeviceId("light"), new Wording("灯", "Light"), button.Take(), tamper: null,
            new StreetlightOutputs(lamp.Take(new OutputLine(new LineAddress(1), "light")), strobe: null, siren: null),
            new StreetlightSettings(), _clock);
        IDevice[] hostile = [.. Enumerable.Range(0, 4).Select(i => new HostileDevice($"hostile-{i}", behaviour, free, never.Token))];
        var log = new ListLogger<DeviceHub>();
        await using var hub = new DeviceHub([.. hostile, light], _clock, new Random(1), log);
        await hub.StartAsync(Cancelled);
        await using var urgent = hub.ReadUrgentAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        var normal = 0L;
        var reader = ReadAsync();

        for (var i = 0; i < Presses; i++)
        {
            await UntilAsync(() => button.Set(true));
            Assert.True(await urgent.MoveNextAsync());
            Assert.Equal(StreetlightEvent.Pressed, ((SosObserved)urgent.Current).Event);
            Assert.True(lamp.IsActive);
            await UntilAsync(() => button.Set(false));
            await light.ResetAsync(Cancelled);
            Assert.True(await urgent.MoveNextAsync());
            Assert.Equal(StreetlightEvent.Reset, ((SosObserved)urgent.Current).Event);
        }

        await StepUntilAsync(() => behaviour is "floods" ? Interlocked.Read(ref normal) > 1000 : hub.Health.Take(4).All(IsOnRecord));
        Assert.Equal(DeviceState.Online, hub.Health[^1].State);
        free.Set();
        await never.CancelAsync();
        await hub.StopAsync(Cancelled);
        await reader;

        async Task ReadAsync()
        {
            try
            {
                await foreach (var observation in hub.ReadAllAsync(never.Token))
                {
                    Interlocked.Increment(ref normal);
                    Assert.False(observation.IsUrgent);
                }
            }
            catch (OperationCanceledException) when (never.IsCancellationRequested)
            {
                // The test has seen enough.
            }
        }

        bool IsOnRecord(DeviceHealth health) =>
            health is { State: DeviceState.Faulty or DeviceState.Degraded, Reason: { Zh.Length: > 5, En.Length: > 10 } };
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancelled);
        }
    }

    private async Task StepUntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
        }
    }

    private sealed record Noise(DeviceId Device, DateTimeOffset At) : Observation(Device, At);

    private sealed class HostileDevice(string id, string behaviour, ManualResetEventSlim free, CancellationToken never) : IDevice
    {
        private int _count;

        public DeviceId Id { get; } = new(id);

        public string Kind => "hostile";

        public Wording Name => new(id, id);

        public TimeSpan? QuietAfter => TimeSpan.FromSeconds(30);

        public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
        {
            switch (behaviour)
            {
                case "hangs":
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                    break;
                case "blocks its thread":
                    free.Wait(CancellationToken.None);
                    break;
                case "does not stop":
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, never);
                    break;
                case "floods":
                    while (true)
                    {
                        await reporter.ObserveAsync(new Noise(Id, default), cancellationToken);
                    }

                case "reports states without end":
                    while (true)
                    {
                        var (state, code) = _count++ % 2 == 0 ? (DeviceState.Online, "ok") : (DeviceState.Offline, "gone");
                        await reporter.HealthAsync(
                            state, code, new("时断时续的设备", "A device that comes and goes"), new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
                        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken);
                    }

                case "dies for ever":
                    throw new InvalidOperationException("The power supply is gone for good.");
                default:
                    await Task.Yield();
                    throw new DeviceFaultException("The device answered with garbage: 0x00 0xFF 0x13.");
            }
        }
    }
}
