using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Console.Barriers;

/// <summary>Puts together what the live view of the barriers shows. Reads only what is in memory; safe for use by several threads.</summary>
internal sealed class BarriersReader(LaneBoard board, IDeviceDirectory devices)
{
    /// <summary>Kind of the devices that this is about, as in the hardware file.</summary>
    public const string Kind = "vehicle-barrier";

    /// <summary>Vehicles that a barrier has done with, as many as help the guard.</summary>
    private const int ShownLast = 5;

    /// <summary>Every barrier of the hardware file, in its order.</summary>
    public IReadOnlyList<BarrierCard> Read()
    {
        var health = DeviceLines.Of(devices).ToDictionary(line => line.Id, StringComparer.Ordinal);
        return [.. devices.Of<IVehicleBarrier>().Select(barrier => CardOf(LaneOf(barrier), health.GetValueOrDefault(barrier.Id.Value)))];
    }

    /// <summary>One barrier; null for none that stands.</summary>
    public BarrierCard? Find(string id) => Read().FirstOrDefault(card => card.Id == id);

    /// <summary>Barriers that somebody has to work by hand, each with its words.</summary>
    public IReadOnlyList<AttentionItem> Attention() =>
    [
        .. board.Lanes.Where(lane => lane is { Sight: LaneSight.ByHand, Trouble: not null })
            .Select(lane => new AttentionItem(Tone.High, "barrier", StatusTexts.Joined(lane.Name, BarrierTexts.ByHand), lane.Trouble!)),
        .. board.Lanes.Where(lane => lane.Waiting is { Alarmed: true, State: VehicleState.Waiting, Reason: not null })
            .Select(lane => new AttentionItem(Tone.High, "car", StatusTexts.Joined(lane.Name, BarrierTexts.Waits), lane.Waiting!.Reason!)),
    ];

    /// <summary>Barriers that plates do not open at present, and all of them.</summary>
    public (int ByHand, int All) Count() => (board.Lanes.Count(lane => lane.Sight == LaneSight.ByHand || lane.Mode != BarrierMode.Automatic), board.Lanes.Count);

    // A barrier whose lane has not begun still stands somewhere.
    private LaneView LaneOf(IVehicleBarrier barrier) => board.Find(barrier.Id) ?? new LaneView(
        barrier.Id, barrier.Name.Localized(), Direction: null, Opposite: null, barrier.Position, barrier.Mode, LaneSight.None, Trouble: null, TroubleSince: null, Waiting: null, [], []);

    private static BarrierCard CardOf(LaneView lane, DeviceLine? health) => new(
        lane.Barrier.Value,
        lane.Name,
        BarrierTexts.Direction(lane.Direction),
        lane.Position switch
        {
            BarrierPosition.Down => "down",
            BarrierPosition.Up => "up",
            BarrierPosition.Unknown => "unknown",
            _ => "moving",
        },
        BarrierTexts.Position(lane.Position),
        BarrierTexts.ModeOf(lane.Mode),
        lane.Mode switch
        {
            BarrierMode.Automatic => Tone.Good,
            BarrierMode.FireOverride => Tone.Emergency,
            _ => Tone.Normal,
        },
        BarrierTexts.Sight(lane.Sight),
        lane.Sight switch
        {
            LaneSight.Works => Tone.Good,
            LaneSight.ByHand => Tone.High,
            _ => Tone.Unknown,
        },
        lane.Trouble,
        lane.TroubleSince,
        health,
        lane.Waiting is { } waiting ? VehicleCards.Of(waiting) : null,
        [.. lane.Queue.Select(VehicleCards.Of)],
        [.. lane.Last.Take(ShownLast).Select(VehicleCards.Of)]);
}
