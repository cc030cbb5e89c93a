using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Notices;
using Gateway.Edge.Passages;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>What a gate's display is to show. Safe for several threads.</summary>
internal sealed class DisplayReader(GateBoard board, IDeviceDirectory devices, IOptions<GateDisplayOptions> options, NoticeDesk notices, TimeProvider time)
{
    /// <summary>
    /// A gate takes its answers back by itself; one whose camera stands still cannot, and the next person must not read what the last one was told.
    /// </summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    /// <summary>The gate that a display belongs to; null where none has this id.</summary>
    public FaceGateDescription? Find(string id) =>
        devices.Hardware.Devices.OfType<FaceGateDescription>().FirstOrDefault(gate => string.Equals(gate.Id.Value, id, StringComparison.Ordinal));

    /// <summary>What the gate's display shows now, whoever has asked before.</summary>
    public DisplayView Read(FaceGateDescription gate)
    {
        var name = gate.Name.Localized();
        if (board.IsReleased(gate.Id))
        {
            return new(DisplayMood.Released, name, DisplayWords.Released, DisplayWords.ReleasedAdvice, Phone: null);
        }

        if (board.Find(gate.Id) is { Decision: { } decision } shown && time.GetElapsedTime(shown.Since) < LongestAnswer)
        {
            return Answer(decision, name, DisplayWays.Of(gate.Reads));
        }

        var notice = notices.Shown(gate.Id.Value)?.Words;
        return SeesFaces(gate.Id)
            ? new(DisplayMood.Idle, name, DisplayWords.Idle, DisplayWords.IdleAdvice(gate.Reads), Phone: null) { Notice = notice }
            : new(DisplayMood.Faceless, name, DisplayWords.Faceless, DisplayWays.Of(gate.Reads), options.Value.Phone) { Notice = notice };
    }

    private DisplayView Answer(PassageDecision decision, LocalizedText gate, LocalizedText ways)
    {
        if (decision.Opens)
        {
            var (welcome, advice) = DisplayWords.Divide(decision.Reason);
            return new(DisplayMood.Welcome, gate, welcome, advice, Phone: null) { Said = DisplayWords.Said(decision) };
        }

        var (headline, otherwise) = DisplayRefusals.Of(decision, ways);
        return new(decision is PassageDecision.UnknownPerson ? DisplayMood.Unregistered : DisplayMood.Refused, gate, headline, otherwise, options.Value.Phone);
    }

    // A gate that has not begun, or whose camera or recognition is away, has shown nothing or is not well.
    private bool SeesFaces(DeviceId gate) =>
        board.Find(gate) is not null && devices.Health.FirstOrDefault(health => health.Device == gate) is not { State: DeviceState.Offline or DeviceState.Faulty };
}
