using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// A bus of simulated doors. The lines <c>NAME-relay</c> and <c>NAME-contact</c> belong to the same door, so that releasing the one
/// moves the other. Safe for use by several threads.
/// </summary>
public sealed class SimulatedBus(SimulatedDoorOptions options, TimeProvider time) : IDigitalBus, IDisposable
{
    private const string RelaySuffix = "-relay";
    private const string ContactSuffix = "-contact";
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SimulatedDoor> _doors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IDigitalOutput Output(string line) => Take(line, RelaySuffix);

    /// <inheritdoc/>
    public IDigitalInput Input(string line) => Take(line, ContactSuffix);

    /// <summary>The door behind a line, for scenarios and tests.</summary>
    public SimulatedDoor Door(string name)
    {
        lock (_gate)
        {
            return DoorOf(name);
        }
    }

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

    private SimulatedDoor Take(string line, string suffix)
    {
        if (!line.EndsWith(suffix, StringComparison.Ordinal))
        {
            throw new DeviceFaultException($"The simulated bus names lines NAME{RelaySuffix} and NAME{ContactSuffix}; '{line}' should end in '{suffix}'.");
        }

        lock (_gate)
        {
            return _taken.Add(line)
                ? DoorOf(line[..^suffix.Length])
                : throw new DeviceFaultException($"Line '{line}' is already used by another device.");
        }
    }

    private SimulatedDoor DoorOf(string name)
    {
        if (!_doors.TryGetValue(name, out var door))
        {
            // Each door draws for itself, so that one door's traffic does not change another's.
            door = new SimulatedDoor(options with { Seed = options.Seed + _doors.Count }, time);
            _doors.Add(name, door);
        }

        return door;
    }
}
