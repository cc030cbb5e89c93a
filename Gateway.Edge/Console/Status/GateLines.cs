using Gateway.Drivers.Configuration;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Console.Status;

/// <summary>What the gates show, in the order of the hardware file.</summary>
internal static class GateLines
{
    public static IReadOnlyList<GateLine> Of(GateBoard board, HardwareFile hardware, IReadOnlyList<DeviceLine> devices)
    {
        var shown = board.Gates.ToDictionary(gate => gate.Gate);
        var away = devices.Where(device => device.Tone >= Tone.High).ToDictionary(device => device.Id, StringComparer.Ordinal);
        return [.. hardware.Devices.OfType<FaceGateDescription>().Select(gate => shown.GetValueOrDefault(gate.Id) switch
        {
            // A gate that sees nobody waits for nobody.
            null or { Phase: GatePhase.Idle } when away.TryGetValue(gate.Id.Value, out var device) =>
                new GateLine(gate.Name.Localized(), device.Tone, device.Icon, device.State, device.Reason),
            null => new GateLine(gate.Name.Localized(), Tone.Unknown, "unknown", StatusTexts.GateStarting, Words: null),
            var view => LineOf(view),
        })];
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
