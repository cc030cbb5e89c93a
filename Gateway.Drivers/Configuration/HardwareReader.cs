using System.Text.Json;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Configuration;

/// <summary>Reads a hardware file, or says everything that is wrong with it at once.</summary>
public static class HardwareReader
{
    private static readonly string[] BusKinds = ["simulated"];
    private static readonly string[] DeviceKinds = ["face-gate"];

    /// <summary>Reads <paramref name="path"/>; <c>${NAME}</c> in addresses is replaced from <paramref name="variables"/>.</summary>
    /// <exception cref="HardwareFileException">The file is missing, is not JSON, or describes something that cannot be.</exception>
    public static HardwareDescription Read(string path, IReadOnlyDictionary<string, string> variables)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HardwareFileException($"{path}: the hardware file cannot be read: {error.Message}", error);
        }

        return Parse(path, bytes, variables);
    }

    /// <summary>Reads from memory; <paramref name="name"/> is what messages call the file.</summary>
    /// <exception cref="HardwareFileException">As for <see cref="Read"/>.</exception>
    public static HardwareDescription Parse(string name, ReadOnlySpan<byte> utf8, IReadOnlyDictionary<string, string> variables)
    {
        var faults = new List<HardwareFault>();
        var root = JsonTree.Parse(utf8, faults);
        if (root is not null && root.Kind != JsonValueKind.Object)
        {
            faults.Add(new HardwareFault("$", root.Line, $"expected an object, got {root.KindInWords}"));
        }

        var description = root is { Kind: JsonValueKind.Object } ? ReadRoot(new ObjectReader(root, faults), variables) : null;
        return faults.Count == 0 && description is not null
            ? description
            : throw new HardwareFileException(name, [.. faults.OrderBy(fault => fault.Line)]);
    }

    private static HardwareDescription ReadRoot(ObjectReader root, IReadOnlyDictionary<string, string> variables)
    {
        root.OptionalText("$schema");
        var site = ReadSite(root);
        var buses = ReadBuses(root);
        var gates = new List<FaceGateDescription>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var lines = new HashSet<LineDescription>();
        foreach (var device in root.Objects("devices"))
        {
            var id = device.Id("id");
            if (id.Length > 0 && !ids.Add(id))
            {
                device.Fault("id", $"another device is called '{id}' already");
            }

            if (device.OneOf("kind", DeviceKinds) == "face-gate")
            {
                gates.Add(FaceGateReader.Read(id, device, buses, lines, variables));
                device.RefuseUnknown();
            }
        }

        root.RefuseUnknown();
        return new HardwareDescription(site, buses, gates);
    }

    private static SiteDescription ReadSite(ObjectReader root)
    {
        if (root.Object("site") is not { } site)
        {
            return new SiteDescription("", "", new Wording("", ""));
        }

        var read = new SiteDescription(site.Id("station"), site.Id("compound"), site.Words("name"));
        site.RefuseUnknown();
        return read;
    }

    private static Dictionary<string, BusDescription> ReadBuses(ObjectReader root)
    {
        var buses = new Dictionary<string, BusDescription>(StringComparer.Ordinal);
        foreach (var bus in root.Objects("buses"))
        {
            var id = bus.Id("id");
            var kind = bus.OneOf("kind", BusKinds);
            var simulation = ReadSimulation(bus.Object("simulation", required: false));
            bus.RefuseUnknown();
            if (!buses.TryAdd(id, new BusDescription(id, kind, simulation)))
            {
                bus.Fault("id", $"another bus is called '{id}' already");
            }
        }

        return buses;
    }

    private static SimulatedDoorOptions ReadSimulation(ObjectReader? simulation)
    {
        if (simulation is null)
        {
            return SimulatedDoorOptions.Default;
        }

        var forced = simulation.Number("forcedOpenEverySeconds", 0, 86_400, 0);
        var options = new SimulatedDoorOptions(
            simulation.Seconds("opensAfterSeconds", 0, 60, 1),
            simulation.Seconds("staysOpenSeconds", 0.001, 600, 2),
            simulation.Number("unusedShare", 0, 1, 0),
            forced > 0 ? TimeSpan.FromSeconds(forced) : null,
            simulation.Whole("seed", 0, int.MaxValue - 10_000, 1));
        simulation.RefuseUnknown();
        return options;
    }
}
