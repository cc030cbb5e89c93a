using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Drivers.Tests.Devices;

public sealed class DeviceHubTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Fault_of_one_device_neither_stops_nor_delays_another()
    {
        var broken = new TestDevice("broken", (_, _) => throw new InvalidOperationException("the lens fell off"));
        var sound = new TestDevice("sound", (reporter, token) => CountAsync(reporter, 500, token));
        using var hub = Hub(broken, sound);
        await hub.StartAsync(Cancelled);
        var (numbers, faults) = await TakeAsync(hub, 500);
        Assert.Equal(Enumerable.Range(1, 500), numbers);
        Assert.Contains("the lens fell off", Assert.Single(faults).Health.Reason.En, StringComparison.Ordinal);
        Assert.Equal(DeviceState.Faulty, hub.Health.Single(health => health.Device.Value == "broken").State);
        await hub.StopAsync(Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Faulted_device_is_started_again_after_a_pause()
    {
        var attempts = 0;
        var recovered = new TaskCompletionSource();
        var device = new TestDevice("flaky", async (_, token) =>
        {
            if (Interlocked.Increment(ref attempts) < 3)
            {
                throw new InvalidOperationException("not yet");
            }

            recovered.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });
        using var hub = Hub(device);
        await hub.StartAsync(Cancelled);
        while (!recovered.Task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancelled);
        }

        Assert.Equal(3, attempts);
        await hub.StopAsync(Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Slow_reader_loses_nothing_and_a_chatty_device_does_not_crowd_out_another()
    {
        const int Many = 5000;
        var chatty = new TestDevice("chatty", (reporter, token) => CountAsync(reporter, Many, token));
        var quiet = new TestDevice("quiet", (reporter, token) => CountAsync(reporter, 1, token));
        using var hub = Hub(chatty, quiet);
        await hub.StartAsync(Cancelled);
        List<Counted> taken = [];
        await foreach (var observation in hub.ReadAllAsync(Cancelled))
        {
            taken.Add((Counted)observation);
            await Task.Yield();
            if (taken.Count == Many + 1)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(1, Many), taken.Where(one => one.Device.Value == "chatty").Select(one => one.Number));
        Assert.True(taken.FindIndex(one => one.Device.Value == "quiet") < Many - 1, "the quiet device waited for the chatty one to finish");
        await hub.StopAsync(Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Urgent_word_waits_behind_only_few_of_a_neighbour_that_floods()
    {
        var call = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var called = new TaskCompletionSource<DeviceReporter>(TaskCreationOptions.RunContinuationsAsynchronously);
        var flood = new TestDevice("flood", (reporter, token) => CountAsync(reporter, 5000, token, urgent: true));
        var caller = new TestDevice("caller", async (reporter, token) =>
        {
            await call.Task;
            await reporter.ObserveAsync(new Counted(reporter.Health.Device, 1, Urgent: true), token);
            called.SetResult(reporter);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });
        using var hub = Hub(flood, caller);
        await hub.StartAsync(Cancelled);
        await using var urgent = hub.ReadUrgentAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(await urgent.MoveNextAsync());
        }

        // From here on its observation stands in the line for the hub.
        call.SetResult();
        var reporter = await called.Task;
        while (reporter.Queue.Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancelled);
        }

        var before = 0;
        while (await urgent.MoveNextAsync() && urgent.Current.Device.Value != "caller")
        {
            before++;
            await Task.Yield();
        }

        Assert.InRange(before, 0, 100);
        await hub.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Repeated_state_is_one_change_and_keeps_its_beginning()
    {
        var reporter = new DeviceReporter(new DeviceId("one"), "test", _clock);
        var nothing = new Dictionary<string, string>(StringComparer.Ordinal);
        await reporter.HealthAsync(DeviceState.Offline, "gone", new("离线", "Gone"), nothing, Cancelled);
        var since = reporter.Health.Since;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await reporter.HealthAsync(DeviceState.Offline, "gone", new("离线", "Gone"), nothing, Cancelled);
        Assert.Equal(since, reporter.Health.Since);
        Assert.True(reporter.Queue.TryRead(out _));
        Assert.False(reporter.Queue.TryRead(out _));
    }

    private static async Task<(List<int> Numbers, List<HealthChanged> Faults)> TakeAsync(DeviceHub hub, int count)
    {
        List<int> numbers = [];
        List<HealthChanged> faults = [];
        await foreach (var observation in hub.ReadAllAsync(Cancelled))
        {
            if (observation is HealthChanged fault)
            {
                faults.Add(fault);
            }
            else
            {
                numbers.Add(((Counted)observation).Number);
            }

            if (numbers.Count == count && faults.Count > 0)
            {
                break;
            }
        }

        return (numbers, faults);
    }

    private static async Task CountAsync(DeviceReporter reporter, int count, CancellationToken token, bool urgent = false)
    {
        for (var i = 1; i <= count; i++)
        {
            await reporter.ObserveAsync(new Counted(reporter.Health.Device, i, urgent), token);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
    }

    private DeviceHub Hub(params IDevice[] devices) => new(devices, _clock, new Random(1), NullLogger<DeviceHub>.Instance);

    private sealed record Counted(DeviceId Device, int Number, bool Urgent) : Observation(Device, DateTimeOffset.UnixEpoch)
    {
        public override bool IsUrgent => Urgent;
    }

    private sealed class TestDevice(string id, Func<DeviceReporter, CancellationToken, Task> run) : IDevice
    {
        public DeviceId Id { get; } = new(id);

        public string Kind => "test";

        public Wording Name => new(id, id);

        public Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken) => run(reporter, cancellationToken);
    }
}
