namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>A call for help: <c>press</c>; and what else happens to a light: <c>open</c> the housing, <c>fault</c> of the lamp.</summary>
internal sealed class StreetlightDeeds : Deeds
{
    public StreetlightDeeds(SimulatedStreetlight light, TimeProvider clock)
        : base(clock)
    {
        Add("press", TimeSpan.FromMilliseconds(600), _ => light.Button.Set(true), _ => light.Button.Set(false));
        Add("open", TimeSpan.FromMinutes(5), _ => light.Open(true), _ => light.Open(false));
        Add("fault", TimeSpan.FromMinutes(1), _ => light.Lamp.Fault = "simulated: the lamp's wire is cut", _ => light.Lamp.Fault = null);
    }
}
