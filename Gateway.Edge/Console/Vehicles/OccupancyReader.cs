using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Stays;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>Puts together how full the compound is. Safe for use by several threads.</summary>
internal sealed class OccupancyReader(IVehicleStays stays, IMoveCarDesk moveCar)
{
    public async Task<OccupancyView> ReadAsync(CancellationToken cancellationToken)
    {
        var places = await stays.OccupancyAsync(cancellationToken);
        var waiting = await moveCar.CountPendingAsync(cancellationToken);
        return new OccupancyView(
            places.Inside, places.Capacity, places.Visitors, places.VisitorCapacity, places.Overstaying, places.IsFull, (int)waiting);
    }
}
