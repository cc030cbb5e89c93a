namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>People at a door that no camera sees: <c>force</c> opens it without a release, <c>open</c> leaves it open for a while.</summary>
internal sealed class DoorDeeds : Deeds
{
    public DoorDeeds(SimulatedDoor door, TimeProvider clock)
        : base(clock)
    {
        Add("force", TimeSpan.FromSeconds(3), _ => door.ForceOpen(), _ => door.Close());
        Add("fault", TimeSpan.FromMinutes(1), _ => door.Contact.Fault = door.Relay.Fault = "simulated: the wire is cut", _ => door.Contact.Fault = door.Relay.Fault = null);
    }
}
