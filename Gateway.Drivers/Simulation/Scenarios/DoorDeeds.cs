using Gateway.Drivers.FaceGates;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>People at a door: <c>enter</c> is let in by the guard, <c>force</c> opens it without a release; <c>fault</c> cuts its wires.</summary>
internal sealed class DoorDeeds : Deeds
{
    public DoorDeeds(SimulatedDoor door, Func<IFaceGate?> gate, TimeProvider clock)
        : base(clock)
    {
        Add("enter", TimeSpan.FromMilliseconds(1), (_, token) => gate()?.OpenAsync(token).AsTask() ?? Task.CompletedTask, _ => { });
        Add("force", TimeSpan.FromSeconds(3), _ => door.ForceOpen(), _ => door.Close());
        Add("fault", TimeSpan.FromMinutes(1), _ => door.Contact.Fault = door.Relay.Fault = "simulated: the wire is cut", _ => door.Contact.Fault = door.Relay.Fault = null);
    }
}
