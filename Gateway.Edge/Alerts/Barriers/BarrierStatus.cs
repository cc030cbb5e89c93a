using Gateway.Cloud.Contract;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Passages;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Alerts.Barriers;

/// <summary>A vehicle barrier as the property staff see it.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Position">Name of a <see cref="BarrierPosition"/>.</param>
/// <param name="Mode">Name of a <see cref="BarrierMode"/>.</param>
/// <param name="Lane">Name of a <see cref="LaneSight"/>: whether plates decide.</param>
/// <param name="Trouble">Why they do not; null where they do, or nothing is to decide.</param>
/// <param name="Vehicles">The vehicles before the arm, the one at it first.</param>
internal sealed record BarrierStatus(
    string Id, LocalizedText Name, string Position, string Mode, string Lane, LocalizedText? Trouble, IReadOnlyList<BarrierVehicle> Vehicles)
{
    public static BarrierStatus Of(IVehicleBarrier barrier, LaneView? lane) => new(
        barrier.Id.Value,
        barrier.Name.Localized(),
        barrier.Position.ToString(),
        barrier.Mode.ToString(),
        (lane?.Sight ?? LaneSight.None).ToString(),
        lane?.Trouble,
        lane?.Waiting is { } waiting ? [.. lane.Queue.Prepend(waiting).Select(BarrierVehicle.Of)] : []);
}
