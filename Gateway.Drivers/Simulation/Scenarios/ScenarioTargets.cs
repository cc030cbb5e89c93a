namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>What a scenario can do to the things of the simulated world.</summary>
internal static class ScenarioTargets
{
    /// <summary>Null for a thing that nothing can happen to.</summary>
    public static IScenarioTarget? Of(object? thing, TimeProvider clock) => thing switch
    {
        IScenarioTarget target => target,
        SimulatedCamera camera => new CameraDeeds(camera, clock),
        SimulatedDoor door => new DoorDeeds(door, clock),
        SimulatedStreetlight light => new StreetlightDeeds(light, clock),
        SimulatedBarrier barrier => new BarrierDeeds(barrier, clock),
        SimulatedBus bus => new BusDeeds(bus, clock),
        _ => null,
    };
}
