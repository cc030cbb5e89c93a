using Gateway.Drivers.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>
/// Lets a scenario happen in the simulated world, in the drivers' time. An act that cannot be done is logged and counted; the others go
/// on.
/// </summary>
internal sealed class ScenarioRunner(
    Scenario scenario, string file, ScenarioTargets targets, IEnumerable<NamedTarget> others, TimeProvider clock, ILogger<ScenarioRunner> logger)
    : BackgroundService
{
    private readonly Dictionary<string, IScenarioTarget> _others = others.ToDictionary(other => other.Name, other => other.Target, StringComparer.Ordinal);
    private long _done;
    private long _failed;

    /// <summary>Acts done.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Acts that could not be done; each was logged.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Everything that the scenario names and the compound does not have, or that cannot happen to it.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. scenario.Events.Select(one => one.Act)
            .Concat(scenario.Streams.SelectMany(stream => stream.Targets.Select(target => stream.Act with { Target = target })))
            .Select(FaultOf)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var fault in Faults())
        {
            ScenarioLog.Fault(logger, file, fault);
        }

        var (began, start) = (clock.GetTimestamp(), TimeSpan.Zero);
        for (var round = 0; ; round++)
        {
            foreach (var next in scenario.Round(round))
            {
                await UntilAsync(began, start + next.At, stoppingToken);

                // Beside the others: an act that lasts an hour keeps nobody waiting.
                _ = Task.Run(() => ActAsync(next.Act, stoppingToken), CancellationToken.None);
            }

            if (scenario.Lasts is not { } lasts)
            {
                return;
            }

            start += lasts;
            await UntilAsync(began, start, stoppingToken);
        }
    }

    private async Task UntilAsync(long began, TimeSpan at, CancellationToken cancellationToken)
    {
        if (at - clock.GetElapsedTime(began) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, clock, cancellationToken);
        }
    }

    private async Task ActAsync(ScenarioAct act, CancellationToken cancellationToken)
    {
        try
        {
            if (Find(act.Target) is not { } target || !target.Deeds.Contains(act.Deed, StringComparer.Ordinal))
            {
                Interlocked.Increment(ref _failed);
                return;
            }

            ScenarioLog.Act(logger, act.Target, act.Deed);
            await target.ActAsync(act, cancellationToken);
            Interlocked.Increment(ref _done);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping.
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one act throws must not end the scenario.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Interlocked.Increment(ref _failed);
            ScenarioLog.NotDone(logger, act.Target, act.Deed, error);
        }
    }

    private IScenarioTarget? Find(string target) => _others.GetValueOrDefault(target) ?? targets.Find(target);

    private string? FaultOf(ScenarioAct act)
    {
        if (Find(act.Target) is not { } target)
        {
            var known = targets.Names.Concat(_others.Keys);
            return $"{act.Target}: nothing simulated has this name{Guess(act.Target, known)}";
        }

        return target.Deeds.Contains(act.Deed, StringComparer.Ordinal)
            ? null
            : $"{act.Target}: cannot \"{act.Deed}\"{Guess(act.Deed, target.Deeds)} Known: {string.Join(", ", target.Deeds)}";
    }

    private static string Guess(string word, IEnumerable<string> known) =>
        Suggestion.For(word, known) is { } meant ? $", did you mean \"{meant}\"?" : ".";
}
