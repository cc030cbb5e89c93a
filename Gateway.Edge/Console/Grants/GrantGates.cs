using Gateway.Cloud.Contract;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FaceGates.Readers;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Console.Grants;

/// <summary>The gates and areas that grants may name, and places in words. Safe for use by several threads.</summary>
internal sealed class GrantGates(IDeviceDirectory devices, HardwareFile hardware, GrantOptions options)
{
    /// <summary>Every gate that runs.</summary>
    public IReadOnlyList<GateChoice> All
    {
        get
        {
            var readers = hardware.Devices.OfType<FaceGateDescription>().ToDictionary(gate => gate.Id, gate => gate.Reads);
            return
            [
                .. devices.Of<IFaceGate>().Select(gate => new GateChoice(gate.Id.Value, gate.Name.Localized(), readers.GetValueOrDefault(gate.Id))),
                .. devices.Of<ITerminalGate>().Select(gate => new GateChoice(gate.Id.Value, gate.Name.Localized(), Reads: null)),
            ];
        }
    }

    /// <summary>Names of the areas that the settings know.</summary>
    public IReadOnlyList<string> Areas => [.. options.Areas.Keys.Order(StringComparer.Ordinal)];

    /// <summary>False where nobody is seen leaving: then nobody knows who is inside.</summary>
    public bool SeesLeaving => options.ExitGates.Count > 0;

    /// <summary>The gates at which a grant holds.</summary>
    public IReadOnlyList<GateChoice> Of(GrantPlaces places) =>
        [.. All.Where(gate => places.Include(gate.Id, [.. options.Areas.Where(area => area.Value.Contains(gate.Id, StringComparer.Ordinal)).Select(area => area.Key)]))];

    /// <summary>Those gates at which nothing of it is read, in words; null where each of them reads some of it.</summary>
    public LocalizedText? Lacking(GrantPlaces places, IReadOnlyCollection<CredentialKind> kinds)
    {
        var lacking = Of(places).Where(gate => gate.Reads is not { } reads || !kinds.Contains(reads)).Select(gate => gate.Name).ToList();
        return lacking.Count == 0 ? null : Joined(lacking);
    }

    /// <summary>Where a grant holds, in words.</summary>
    public LocalizedText Words(GrantPlaces places) => places is { Gates: [], Areas: [] }
        ? GrantTexts.AllGates
        : Joined([.. places.Gates.Select(NameOf), .. places.Areas.Select(area => new LocalizedText(area, area))]);

    /// <summary>Devices by what people call them, in words.</summary>
    public LocalizedText Names(IEnumerable<string> ids) => Joined([.. ids.Select(NameOf)]);

    private static LocalizedText Joined(IReadOnlyList<LocalizedText> names) =>
        new(string.Join('、', names.Select(name => name.Zh)), string.Join(", ", names.Select(name => name.En)));

    // A gate that was taken down still stands in old grants.
    private LocalizedText NameOf(string id) => All.FirstOrDefault(gate => gate.Id == id)?.Name ?? new LocalizedText(id, id);
}
