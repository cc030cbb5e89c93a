using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

/// <summary>Log-in, clock and a terminal that hangs.</summary>
public sealed class TerminalLoginTests
{
    [Theory(Timeout = 60_000)]
    [InlineData(-30)]
    [InlineData(-1)]
    [InlineData(7)]
    [InlineData(500_000)]
    public async Task Clock_is_read_first_and_set_before_it_breaks_anything_else(int minutes)
    {
        await using var bench = await TerminalBench.StartAsync(run: false);
        bench.Fake.Terminal.Drift = TimeSpan.FromMinutes(minutes);
        bench.Run();
        await bench.UntilHealthAsync("ok");
        Assert.Equal(["GET /ISAPI/System/time", "PUT /ISAPI/System/time"], bench.Fake.Requests.Take(2));
        Assert.True(bench.Fake.Terminal.Drift.Duration() < TimeSpan.FromSeconds(2));
        Assert.False(bench.Fake.Locked);
    }

    [Fact(Timeout = 60_000)]
    public async Task Clock_that_is_right_is_left_alone_and_one_that_drifts_is_set_later()
    {
        await using var bench = await TerminalBench.StartAsync();
        await bench.UntilHealthAsync("ok");
        Assert.DoesNotContain("PUT /ISAPI/System/time", bench.Fake.Requests);
        bench.Fake.Terminal.Drift = TimeSpan.FromSeconds(40);
        await bench.UntilAsync(() => bench.Fake.Terminal.Drift.Duration() < TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20));
    }

    [Fact(Timeout = 60_000)]
    public async Task Wrong_password_never_locks_the_account_and_is_named()
    {
        await using var bench = await TerminalBench.StartAsync(password: "wrong");
        await bench.UntilHealthAsync("terminal-login");
        Assert.Equal(DeviceState.Faulty, bench.Reporter.Health.State);
        for (var i = 0; i < 60; i++)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.False(bench.Fake.Locked);
        Assert.Empty(bench.Fake.Requests);
        Assert.Contains("No log-in is tried before", bench.Reporter.Health.Reason.En, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", bench.Reporter.Health.Reason.En, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Terminal_that_hangs_is_unreachable_and_its_gate_can_still_be_stopped()
    {
        await using var bench = await TerminalBench.StartAsync(run: false);
        bench.Fake.Hangs = true;
        bench.Run();
        await bench.UntilHealthAsync("terminal-unreachable", TimeSpan.FromMinutes(10));
        await bench.EndGateAsync();
    }
}
