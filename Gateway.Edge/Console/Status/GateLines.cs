using Gateway.Drivers.Configuration;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Console.Status;

/// <summary>What the gates show, in the order of the hardware file.</summary>
internal static class GateLines
{
    public static IReadOnlyList<GateLine> Of(GateBoard board, HardwareFile hardware)
    {
        var shown = board.Gates.ToDictionary(gate => gate.Gate);
        return [.. hardware.FaceGates.Select(gate => shown.TryGetValue(gate.Id, out var view)
            ? LineOf(view)
            : new GateLine(gate.Name.Localized(), Tone.Unknown, "unknown", StatusTexts.GateStarting, Words: null))];
    }

    private static GateLine LineOf(GateView view)
    {
        var (tone, icon, phase) = view.Phase switch
        {
            GatePhase.Open => (Tone.Good, "check", StatusTexts.GateOpen),
            GatePhase.Refused => (Tone.Normal, "ban", StatusTexts.Refused),
            GatePhase.Stranger => (Tone.High, "stranger", StatusTexts.StrangerRefused),
            _ => (Tone.Unknown, "door", StatusTexts.GateIdle),
        };
        return new GateLine(view.Name, tone, icon, phase, view.Decision?.Reason);
    }
}
