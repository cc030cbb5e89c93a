using System.Globalization;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>A table of deeds. Deeds that last wait in the drivers' time.</summary>
internal abstract class Deeds(TimeProvider clock) : IScenarioTarget
{
    private readonly Dictionary<string, Func<ScenarioAct, CancellationToken, Task>> _deeds = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    IReadOnlyList<string> IScenarioTarget.Deeds => [.. _deeds.Keys];

    /// <inheritdoc/>
    public Task ActAsync(ScenarioAct act, CancellationToken cancellationToken) => _deeds[act.Deed](act, cancellationToken);

    /// <summary>A deed that is done at once.</summary>
    protected void Add(string deed, Action<ScenarioAct> act) => _deeds.Add(deed, (one, _) =>
    {
        act(one);
        return Task.CompletedTask;
    });

    /// <summary>A deed that begins and ends.</summary>
    protected void Add(string deed, TimeSpan usually, Action<ScenarioAct> begin, Action<ScenarioAct> end) => Add(
        deed,
        usually,
        (act, _) =>
        {
            begin(act);
            return Task.CompletedTask;
        },
        end);

    /// <summary>A deed that takes its time to begin, and ends.</summary>
    protected void Add(string deed, TimeSpan usually, Func<ScenarioAct, CancellationToken, Task> begin, Action<ScenarioAct> end) => _deeds.Add(deed, async (one, token) =>
    {
        try
        {
            await begin(one, token);
            await Task.Delay(one.For > TimeSpan.Zero ? one.For : usually, clock, token);
        }
        finally
        {
            end(one);
        }
    });

    /// <summary>The act's value as a whole number in words, such as an outlet's id; 1 where it has none.</summary>
    protected static string Number(ScenarioAct act) => ((int)(act.Value ?? 1)).ToString(CultureInfo.InvariantCulture);
}
