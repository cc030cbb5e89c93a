namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>Something that a scenario can act on: the thing behind a simulated device, a simulated bus, the uplink. Safe for several threads.</summary>
public interface IScenarioTarget
{
    /// <summary>What can be done to it, such as <c>press</c>.</summary>
    IReadOnlyList<string> Deeds { get; }

    /// <summary>Does it; a deed that lasts ends by itself after the act's <see cref="ScenarioAct.For"/>.</summary>
    /// <exception cref="Devices.DeviceFaultException">It cannot be done at present; the scenario goes on.</exception>
    Task ActAsync(ScenarioAct act, CancellationToken cancellationToken);
}
