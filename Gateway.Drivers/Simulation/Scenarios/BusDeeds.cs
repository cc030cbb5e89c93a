namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>A bus that is cut off for a while: every line and register of it fails.</summary>
internal sealed class BusDeeds : Deeds
{
    public BusDeeds(SimulatedBus bus, TimeProvider clock)
        : base(clock) =>
        Add("cut", TimeSpan.FromMinutes(1), _ => bus.Cut("simulated: the bus is cut off"), _ => bus.Cut(null));
}
