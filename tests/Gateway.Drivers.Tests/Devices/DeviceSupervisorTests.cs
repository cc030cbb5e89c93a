using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Drivers.Tests.Devices;

public sealed class DeviceSupervisorTests
{
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Device_that_hangs_is_named_stopped_and_started_again()
    {
        var runs = 0;
        var device = new WatchedDevice(TimeSpan.FromSeconds(20), async (reporter, token) =>
        {
            Interlocked.Increment(ref runs);
            await OnlineAsync(reporter, token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });
        var supervisor = Supervisor(device);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var run = supervisor.RunAsync(stop.Token);
        List<string> codes = [];
        await StepUntilAsync(() =>
        {
            while (supervisor.Reporter.Queue.TryRead(out var observation))
            {
                codes.Add(((HealthChanged)observation).Health.Code);
            }

            return Volatile.Read(ref runs) == 3;
        });
        Assert.Contains("quiet-too-long", codes);
        await stop.CancelAsync();
        await run;
    }

    [Fact(Timeout = 60_000)]
    public async Task Sign_of_life_keeps_a_silent_device_running()
    {
        var runs = 0;
        var device = new WatchedDevice(TimeSpan.FromSeconds(20), async (reporter, token) =>
        {
            runs++;
            await OnlineAsync(reporter, token);
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(15), _clock, token);
                reporter.Alive();
            }
        });
        var supervisor = Supervisor(device);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var run = supervisor.RunAsync(stop.Token);
        var until = _clock.GetUtcNow() + TimeSpan.FromMinutes(10);
        await StepUntilAsync(() => _clock.GetUtcNow() >= until);
        Assert.Equal(1, runs);
        Assert.Equal(DeviceState.Online, supervisor.Reporter.Health.State);
        await stop.CancelAsync();
        await run;
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_blocks_its_caller_is_found_as_well()
    {
        using var never = new ManualResetEventSlim();
        var device = new WatchedDevice(TimeSpan.FromSeconds(20), (_, token) =>
        {
            never.Wait(token);
            return Task.CompletedTask;
        });
        var supervisor = Supervisor(device);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var run = supervisor.RunAsync(stop.Token);
        await StepUntilAsync(() => supervisor.Reporter.Health.State == DeviceState.Faulty);
        await stop.CancelAsync();
        await run;
    }

    [Fact]
    public async Task Device_that_comes_and_goes_is_told_once_and_shown_as_it_is_when_it_has_come_to_rest()
    {
        var reporter = new DeviceReporter(new DeviceId("meter"), "test", _clock);
        for (var i = 0; i < 20; i++)
        {
            await OnlineAsync(reporter, Cancelled);
            _clock.Advance(TimeSpan.FromSeconds(5));
            await reporter.HealthAsync(DeviceState.Offline, "gone", new("没有应答", "No answer"), None, Cancelled);
            _clock.Advance(TimeSpan.FromSeconds(5));
        }

        await OnlineAsync(reporter, Cancelled);
        var told = Drain(reporter);
        Assert.Equal("flapping", told[^1].Code);
        Assert.Equal(10, told.Count);
        Assert.Contains("No answer", told[^1].Reason.En, StringComparison.Ordinal);
        Assert.Equal(DeviceState.Degraded, reporter.Health.State);

        await reporter.SettleAsync(Cancelled);
        Assert.Equal("flapping", reporter.Health.Code);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await reporter.SettleAsync(Cancelled);
        Assert.Equal("ok", Assert.Single(Drain(reporter)).Code);
    }

    private static List<DeviceHealth> Drain(DeviceReporter reporter)
    {
        List<DeviceHealth> told = [];
        while (reporter.Queue.TryRead(out var observation))
        {
            told.Add(((HealthChanged)observation).Health);
        }

        return told;
    }

    private static ValueTask OnlineAsync(DeviceReporter reporter, CancellationToken token) =>
        reporter.HealthAsync(DeviceState.Online, "ok", new("正常", "Works"), None, token);

    private DeviceSupervisor Supervisor(IDevice device) => new(device, _clock, new Random(1), NullLogger.Instance);

    private async Task StepUntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
        }
    }

    private sealed class WatchedDevice(TimeSpan quietAfter, Func<DeviceReporter, CancellationToken, Task> run) : IDevice
    {
        public DeviceId Id { get; } = new("watched");

        public string Kind => "test";

        public Wording Name => new("设备", "Device");

        public TimeSpan? QuietAfter => quietAfter;

        public Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken) => run(reporter, cancellationToken);
    }
}
