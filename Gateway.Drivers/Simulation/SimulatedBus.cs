using Gateway.Drivers.Buses.Gpio;

namespace Gateway.Drivers.Simulation;

/// <summary>Simulated doors: output line <c>n</c> releases the door whose contact is input line <c>n</c>. Safe for several threads.</summary>
internal sealed class SimulatedBus(SimulationSettings settings, TimeProvider clock) : IDigitalBus, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, SimulatedDoor> _doors = [];

    /// <summary>The door of a line; made on first use.</summary>
    public SimulatedDoor Door(int line)
    {
        lock (_gate)
        {
            if (!_doors.TryGetValue(line, out var door))
            {
                // Seeded per line, so that one door's run does not depend on when another was made.
                door = new SimulatedDoor(settings, clock, new Random(unchecked((settings.Seed * 397) ^ line)));
                _doors.Add(line, door);
            }

            return door;
        }
    }

    /// <inheritdoc/>
    public IDigitalOutput OpenOutput(int line) => Door(line);

    /// <inheritdoc/>
    public IDigitalInput OpenInput(int line) => Door(line);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var door in _doors.Values)
            {
                door.Dispose();
            }
        }
    }
}
