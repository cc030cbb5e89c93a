using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Console.Visitors;

/// <summary>What people call the gates.</summary>
internal sealed class GateNames(IDeviceDirectory devices)
{
    /// <summary>Every gate, by its id.</summary>
    public IReadOnlyList<(string Id, LocalizedText Name)> All =>
    [
        .. devices.Of<IFaceGate>().Select(gate => (gate.Id.Value, gate.Name.Localized()))
            .Concat(devices.Of<ITerminalGate>().Select(gate => (gate.Id.Value, gate.Name.Localized())))
            .DistinctBy(gate => gate.Item1).OrderBy(gate => gate.Item1, StringComparer.Ordinal),
    ];

    /// <summary>Some gates in one line; all of them where none is named.</summary>
    public string Line(IReadOnlyList<string> gates, Language language)
    {
        var all = All;
        return gates.Count == 0
            ? language[InvitationTexts.AllGates]
            : string.Join(
                language == Language.English ? ", " : "、",
                gates.Select(id => all.FirstOrDefault(gate => gate.Id == id) is { Name: { } name } ? language[name] : id));
    }
}
