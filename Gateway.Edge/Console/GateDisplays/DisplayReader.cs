using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Passages;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>What a gate's display is to show. Safe for several threads.</summary>
internal sealed class DisplayReader(GateBoard board, IDeviceDirectory devices, IOptions<GateDisplayOptions> options)
{
    /// <summary>The gate that a display belongs to; null where none has this id.</summary>
    public FaceGateDescription? Find(string id) =>
        devices.Hardware.Devices.OfType<FaceGateDescription>().FirstOrDefault(gate => string.Equals(gate.Id.Value, id, StringComparison.Ordinal));

    /// <summary>What the gate's display shows now.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="isOld">Whether the answer on the board has been on show for too long to be meant for whoever stands there now.</param>
    public DisplayView Read(FaceGateDescription gate, bool isOld)
    {
        var name = gate.Name.Localized();
        if (board.IsReleased(gate.Id))
        {
            return new(DisplayMood.Released, name, DisplayWords.Released, DisplayWords.ReleasedAdvice, Phone: null);
        }

        if (!isOld && board.Find(gate.Id) is { Decision: { } decision })
        {
            var (headline, advice) = DisplayWords.Divide(decision.Reason);
            var mood = MoodOf(decision);
            return new(mood, name, headline, advice, mood == DisplayMood.Welcome ? null : options.Value.Phone);
        }

        return SeesFaces(gate.Id)
            ? new(DisplayMood.Idle, name, DisplayWords.Idle, DisplayWords.IdleAdvice, Phone: null)
            : new(DisplayMood.Faceless, name, DisplayWords.Faceless, DisplayWords.FacelessAdvice, options.Value.Phone);
    }

    /// <summary>The answer on the gate's board, to tell how long it stands there; null while idle.</summary>
    public PassageDecision? Answer(DeviceId gate) => board.Find(gate)?.Decision;

    private static DisplayMood MoodOf(PassageDecision decision) => decision switch
    {
        { Opens: true } => DisplayMood.Welcome,
        PassageDecision.UnknownPerson => DisplayMood.Unregistered,
        _ => DisplayMood.Refused,
    };

    // A gate that has not begun, or whose camera or recognition is away, has shown nothing or is not well.
    private bool SeesFaces(DeviceId gate) =>
        board.Find(gate) is not null && devices.Health.FirstOrDefault(health => health.Device == gate) is not { State: DeviceState.Offline or DeviceState.Faulty };
}
