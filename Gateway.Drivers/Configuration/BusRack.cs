using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Configuration;

/// <summary>The open buses of the hardware file by id. Changed by one at a time; looked up by anyone.</summary>
internal sealed class BusRack(Random random)
{
    private volatile IReadOnlyDictionary<string, OpenBus> _open = new Dictionary<string, OpenBus>(StringComparer.Ordinal);

    /// <summary>A bus by its id; null when there is none.</summary>
    public IBus? Find(string id) => _open.GetValueOrDefault(id)?.Bus;

    /// <summary>The inputs of a bus, which several devices may share; null when it has none.</summary>
    public SharedInputs? Inputs(string id) => _open.GetValueOrDefault(id)?.Inputs;

    /// <summary>Makes the rack that of another file; a bus whose text is the same stays as it is.</summary>
    /// <returns>Buses that are no longer used, to be stopped and given back, and those that are new, to be run.</returns>
    /// <exception cref="HardwareFileException">A bus names a secret or file that does not exist; the rack is unchanged.</exception>
    public (IReadOnlyList<IBus> Gone, IReadOnlyList<IBus> New) Change(
        IReadOnlyList<BusDescription> wanted, DriverSurroundings around)
    {
        var before = _open;
        Dictionary<string, OpenBus> after = new(StringComparer.Ordinal);
        List<IBus> fresh = [];
        foreach (var bus in wanted)
        {
            if (before.GetValueOrDefault(bus.Id) is { } kept && kept.Description.Fingerprint == bus.Fingerprint)
            {
                after.Add(bus.Id, kept);
                continue;
            }

            var opened = Open(bus, around);
            after.Add(bus.Id, new OpenBus(bus, opened));
            fresh.Add(opened);
        }

        _open = after;
        return ([.. before.Where(old => after.GetValueOrDefault(old.Key) != old.Value).Select(old => old.Value.Bus)], fresh);
    }

    private IBus Open(BusDescription bus, DriverSurroundings around)
    {
        var parts = new DriverParts(bus.Id, this, around, new Random(random.Next()));
        var opened = around.Options.Simulate && bus is not SimulatedBusDescription
            ? new SimulatedBus(bus.Id, new SimulationSettings(), around.Clock)
            : Kinds.Of(bus).Open(bus, parts);
        if (opened is SimulatedBus)
        {
            around.World.Place(opened.Id.Value, opened);
        }

        return opened;
    }

    private sealed record OpenBus(BusDescription Description, IBus Bus)
    {
        public SharedInputs? Inputs { get; } = Bus is IDigitalBus digital ? new SharedInputs(digital) : null;
    }
}
