using System.Diagnostics;
using System.Globalization;
using EndToEnd.Tests.Harness;

namespace EndToEnd.Tests.Reliability;

/// <summary>Power cuts of each part while events flow. What was recorded reaches the station once, and the chain verifies.</summary>
public sealed class KillTests
{
    private const int Trials = 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Gateway_killed_while_events_flow_loses_and_doubles_nothing() => TryAsync(seed: 1, async (compound, judge, random) =>
    {
        await judge.RecordsAsync(random.Next(0, 80), Stop);
        judge.Remember();
        await compound.Gateway.KillAsync(Stop);
        await judge.ChainAsync(Stop);
        await StartAgainAsync(compound.Gateway, random);
        await judge.RecordsAsync(random.Next(1, 10), Stop);
    });

    [Fact]
    public Task Broker_killed_while_events_flow_loses_and_doubles_nothing() => TryAsync(seed: 2, async (compound, judge, random) =>
    {
        await judge.ArrivalsAsync(random.Next(1, 80), Stop);
        await compound.Broker.KillAsync();
        await judge.RecordsAsync(random.Next(1, 40), Stop);
        await compound.Broker.StartAgainAsync();
    });

    [Fact]
    public Task Station_killed_while_events_flow_loses_and_doubles_nothing() => TryAsync(seed: 3, async (compound, judge, random) =>
    {
        await judge.ArrivalsAsync(random.Next(1, 80), Stop);
        await compound.Station.KillAsync(Stop);
        await judge.RecordsAsync(random.Next(1, 40), Stop);
        await StartAgainAsync(compound.Station, random);
    });

    // Every fourth time on average the power fails again while it starts: recovery has to bear that too.
    private static async Task StartAgainAsync(ServicePart part, Random random)
    {
        while (random.Next(4) == 0)
        {
            await part.KillWhileStartingAsync(TimeSpan.FromMilliseconds(random.Next(50, 1000)), Stop);
        }

        part.Launch();
    }

    private static async Task TryAsync(int seed, Func<CompoundUnderTest, Judge, Random, Task> killAsync)
    {
        var clock = Stopwatch.StartNew();
        var random = new Random(seed);
        await using var compound = await CompoundUnderTest.StartAsync(FlowingCompound.Settings, Stop);
        var judge = new Judge(compound);
        await judge.ArrivalsAsync(1, Stop);
        for (var trial = 1; trial <= Trials; trial++)
        {
            await killAsync(compound, judge, random);
            await judge.VerdictAsync(Stop);
            TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"trial {trial}: {judge.Seen} records, {clock.Elapsed.TotalSeconds:F1} s"));
        }

        var exit = await compound.Gateway.StopAsync(Stop);
        Assert.True(exit == 0, $"The gateway ended with {exit}.\n{string.Join('\n', compound.Gateway.Lines.TakeLast(40))}");
        judge.Remember();
        await judge.ChainAsync(Stop);
    }
}
