using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

/// <summary>What a patrol finds at a terminal.</summary>
public sealed class TerminalFindingsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Healthy_terminal_has_no_findings_and_a_drifting_clock_is_one()
    {
        await using var bench = await TerminalBench.StartAsync();
        await bench.UntilHealthAsync("ok");
        Assert.Empty(await bench.Gate.CheckAsync(Cancelled));
        bench.Fake.Terminal.Drift = TimeSpan.FromSeconds(-42);
        var finding = Assert.Single(await bench.Gate.CheckAsync(Cancelled));
        Assert.Equal(("clock-drift", false), (finding.Code, finding.NeedsRepair));
        Assert.StartsWith("-4", finding.Value, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Refused_people_need_somebody_and_a_terminal_that_is_away_cannot_be_looked_over()
    {
        await using var bench = await TerminalBench.StartAsync();
        bench.Gate.Hold([bench.Person("a", readable: false)]);
        await bench.UntilAsync(() => bench.Gate.People.Rejected.Count == 1);
        var finding = Assert.Single(await bench.Gate.CheckAsync(Cancelled));
        Assert.Equal(("terminal-people-rejected", true), (finding.Code, finding.NeedsRepair));
        bench.Fake.Away = true;
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await bench.Gate.CheckAsync(Cancelled));
    }
}
