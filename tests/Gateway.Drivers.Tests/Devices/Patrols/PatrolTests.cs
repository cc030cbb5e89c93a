using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Drivers.Tests.Devices.Patrols;

public sealed class PatrolTests
{
    private static readonly PatrolFinding Drift = new("clock-drift", new Wording("时钟偏差", "The clock is off"), "90 s", NeedsRepair: true);
    private static readonly PatrolFinding Overdue = new("self-test-age", new Wording("久未自检", "The self-test is old"), "40 d", NeedsRepair: false);
    private readonly FakeTimeProvider _clock = new();
    private readonly FixedSubjects _subjects = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Report_holds_every_device_and_bus_in_order_with_counts()
    {
        _subjects.Add("gate-1", check: new Check(_ => [Drift, Overdue]));
        _subjects.Add("gate-2");
        _subjects.Add("bus.doors", isBus: true, check: new Check(_ => []));

        var report = await Patrol().RunAsync(Stop);

        Assert.Equal(["gate-1", "gate-2", "bus.doors"], report.Entries.Select(entry => entry.Device));
        Assert.Equal((2, 1, 2, 2, 1), (report.Devices, report.Buses, report.Sound, report.Findings, report.Repairs));
        Assert.All(report.Entries, entry => Assert.True(entry.Complete));
        Assert.Equal([Drift, Overdue], report.Entries[0].Findings);
    }

    [Theory]
    [InlineData(DeviceState.Online, 3600, null, false)]
    [InlineData(DeviceState.Offline, 3600, "not-working", true)]
    [InlineData(DeviceState.Faulty, 3600, "not-working", true)]
    [InlineData(DeviceState.Connecting, 3600, "not-working", true)]
    [InlineData(DeviceState.Offline, 5, "not-working", false)]
    [InlineData(DeviceState.Degraded, 3600, "partly-working", true)]
    public async Task Present_state_is_a_finding_and_a_repair_once_it_has_settled(DeviceState state, int seconds, string? code, bool repair)
    {
        _subjects.Add("gate-1", state, _clock.GetUtcNow() - TimeSpan.FromSeconds(seconds));

        var entry = Assert.Single((await Patrol().RunAsync(Stop)).Entries);

        Assert.Equal(code, entry.Findings.SingleOrDefault()?.Code);
        Assert.Equal(repair, entry.Findings.Any(finding => finding.NeedsRepair));
    }

    [Fact]
    public void Device_that_comes_and_goes_has_one_finding_under_its_own_code()
    {
        var health = FixedSubjects.Health("gate-1", DeviceState.Degraded, _clock.GetUtcNow()) with { Code = "flapping" };

        var finding = Assert.Single(HealthFindings.Of(health, _clock.GetUtcNow(), TimeSpan.FromMinutes(1)));

        Assert.Equal(("flapping", true), (finding.Code, finding.NeedsRepair));
    }

    [Fact(Timeout = 60_000)]
    public async Task Check_that_throws_is_a_finding_and_the_others_go_on()
    {
        _subjects.Add("gate-1", check: new Check(_ => throw new DeviceFaultException("The relay does not answer.")));
        _subjects.Add("gate-2", check: new Check(_ => [Drift]));

        var report = await Patrol().RunAsync(Stop);

        var failed = Assert.Single(report.Entries[0].Findings);
        Assert.Equal(("check-failed", true, false), (failed.Code, failed.NeedsRepair, report.Entries[0].Complete));
        Assert.Contains("The relay does not answer.", failed.Words.En, StringComparison.Ordinal);
        Assert.Equal(Drift, Assert.Single(report.Entries[1].Findings));
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_is_away_is_not_faulted_a_second_time_for_a_check_that_fails()
    {
        _subjects.Add("gate-1", DeviceState.Offline, _clock.GetUtcNow().AddHours(-1), new Check(_ => throw new DeviceFaultException("No answer.")));

        var entry = Assert.Single((await Patrol().RunAsync(Stop)).Entries);

        Assert.Equal("not-working", Assert.Single(entry.Findings).Code);
        Assert.False(entry.Complete);
    }

    [Fact(Timeout = 60_000)]
    public async Task More_hanging_devices_than_places_delay_nobody_and_time_out()
    {
        var asked = new Counter(9);
        for (var number = 0; number < 8; number++)
        {
            _subjects.Add($"deaf-{number}", check: new HangingCheck(asked));
        }

        _subjects.Add("sound", check: new Check(_ =>
        {
            asked.Count();
            return [Drift];
        }));
        var settings = new PatrolSettings { AtOnce = 2, PlaceFor = TimeSpan.FromSeconds(2), CheckTimeout = TimeSpan.FromSeconds(20) };
        var running = Patrol(settings).RunAsync(Stop);

        // Each place is free again after 2 s, long before the first check times out; time passes only once both places are taken.
        for (var taken = settings.AtOnce; taken <= 8; taken += settings.AtOnce)
        {
            while (_clock.Started(settings.PlaceFor) < taken)
            {
                await Task.Yield();
                Stop.ThrowIfCancellationRequested();
            }

            _clock.Advance(settings.PlaceFor);
        }

        await asked.All.WaitAsync(Stop);
        var report = await AdvanceUntilAsync(running);
        Assert.Equal(Drift, Assert.Single(report.Entries[^1].Findings));
        Assert.All(report.Entries.Take(8), entry => Assert.Equal("check-timed-out", Assert.Single(entry.Findings).Code));
    }

    [Fact(Timeout = 60_000)]
    public async Task Check_that_ignores_its_end_is_not_begun_again_while_it_hangs()
    {
        using var release = new ManualResetEventSlim();
        var begun = 0;
        var isIn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _subjects.Add("deaf", check: new Check(_ =>
        {
            // Blocks its thread, as a call into a library may.
            Interlocked.Increment(ref begun);
            isIn.TrySetResult();
            release.Wait(Stop);
            return [];
        }));
        var patrol = Patrol();

        var running = patrol.RunAsync(Stop);
        await isIn.Task;
        var first = await AdvanceUntilAsync(running);
        var second = await AdvanceUntilAsync(patrol.RunAsync(Stop));
        release.Set();

        Assert.Equal(1, begun);
        Assert.Contains("20 s", Assert.Single(first.Entries[0].Findings).Words.En, StringComparison.Ordinal);
        Assert.Contains("still hangs", Assert.Single(second.Entries[0].Findings).Words.En, StringComparison.Ordinal);

        // Once it has ended, it is asked again.
        PatrolReport third;
        do
        {
            third = await AdvanceUntilAsync(patrol.RunAsync(Stop));
        }
        while (third.Findings > 0);

        // On a busy machine the clock may run past a check that has only just begun: then it is asked once more.
        Assert.True(begun >= 2, $"asked {begun} times");
    }

    [Fact(Timeout = 60_000)]
    public async Task Patrol_that_is_given_up_ends_although_a_device_hangs()
    {
        _subjects.Add("deaf", check: new HangingCheck(new Counter(1)));
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var running = Patrol().RunAsync(given.Token);

        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private Patrol Patrol(PatrolSettings? settings = null) => new(_subjects, settings ?? new PatrolSettings(), _clock, NullLogger<Patrol>.Instance);

    private async Task<PatrolReport> AdvanceUntilAsync(Task<PatrolReport> running)
    {
        while (!running.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            Stop.ThrowIfCancellationRequested();
        }

        return await running;
    }

    private sealed class Check(Func<CancellationToken, IReadOnlyList<PatrolFinding>> look) : IPatrolled
    {
        public ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken) => ValueTask.FromResult(look(cancellationToken));
    }

    private sealed class HangingCheck(Counter asked) : IPatrolled
    {
        public async ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken)
        {
            asked.Count();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
            return [];
        }
    }

    private sealed class Counter(int wanted)
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public Task All => _all.Task;

        public void Count()
        {
            if (Interlocked.Increment(ref _count) == wanted)
            {
                _all.SetResult();
            }
        }
    }
}
