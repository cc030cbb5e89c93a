using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.Simulation.Terminals;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>What a scenario can do to the things of the simulated world.</summary>
internal sealed class ScenarioTargets(SimulatedWorld world, IDeviceDirectory devices, TimeProvider clock)
{
    /// <summary>Everything in the world.</summary>
    public IEnumerable<string> Names => world.Names;

    /// <summary>Null where nothing has this name, or nothing can happen to it.</summary>
    public IScenarioTarget? Find(string name) => world.Find<object>(name) switch
    {
        IScenarioTarget target => target,
        SimulatedCamera camera => new CameraDeeds(camera, clock),
        SimulatedDoor door => new DoorDeeds(door, () => Device<IFaceGate>(gate => gate.Id, name), clock),
        SimulatedStreetlight light => new StreetlightDeeds(light, clock),
        SimulatedBarrier barrier => new BarrierDeeds(barrier, () => Device<IVehicleBarrier>(known => known.Id, name), clock),
        SimulatedShed shed => new ShedDeeds(shed, () => Device<IChargingPoint>(point => point.Id, name), clock),
        SimulatedTerminal terminal => new TerminalDeeds(terminal, clock),
        SimulatedBus bus => new BusDeeds(bus, clock),
        _ => null,
    };

    private T? Device<T>(Func<T, DeviceId> id, string name)
        where T : class => devices.Of<T>().FirstOrDefault(device => id(device).Value == name);
}
