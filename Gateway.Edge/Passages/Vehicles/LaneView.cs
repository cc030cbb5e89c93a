using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>One vehicle barrier as it stands now. Immutable.</summary>
/// <param name="Barrier">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Direction">Which way vehicles pass it; null for a barrier without a lane in the hardware file: nothing is decided by plate.</param>
/// <param name="Opposite">The barrier that faces it; null for none.</param>
/// <param name="Position">Where the arm is.</param>
/// <param name="Mode">Who decides when the arm moves.</param>
/// <param name="Sight">Whether plates decide here.</param>
/// <param name="Trouble">Why they do not, and what to do, where <paramref name="Sight"/> is <see cref="LaneSight.ByHand"/>; null otherwise.</param>
/// <param name="TroubleSince">Since when; null as before.</param>
/// <param name="Waiting">The vehicle at the arm; null for none.</param>
/// <param name="Queue">Vehicles behind it, the nearest first.</param>
/// <param name="Last">The last vehicles that passed or left again, the newest first; at most <see cref="MostLast"/>.</param>
internal sealed record LaneView(
    DeviceId Barrier,
    LocalizedText Name,
    LaneDirection? Direction,
    DeviceId? Opposite,
    BarrierPosition Position,
    BarrierMode Mode,
    LaneSight Sight,
    LocalizedText? Trouble,
    DateTimeOffset? TroubleSince,
    WaitingVehicle? Waiting,
    IReadOnlyList<WaitingVehicle> Queue,
    IReadOnlyList<PassedVehicle> Last)
{
    /// <summary>As many as a screen shows.</summary>
    public const int MostLast = 20;

    /// <summary>Equal in everything that is shown; lists are compared item by item.</summary>
    public bool IsSame(LaneView other) =>
        (this with { Queue = other.Queue, Last = other.Last }) == other && Queue.SequenceEqual(other.Queue) && Last.SequenceEqual(other.Last);
}
