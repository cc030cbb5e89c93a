using Gateway.Drivers.Devices;
using Gateway.Edge.Access;
using Gateway.Edge.Orders;
using Gateway.Edge.Passages.Vehicles;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Alerts.Barriers;

/// <summary>
/// The guard's orders about the vehicle at a barrier, over the local socket: <c>POST /api/barriers/{id}/let-in</c> and <c>/send-away</c>, each
/// with who, why, and in the query the vehicle that was meant.
/// </summary>
internal static class LaneEndpoints
{
    private const long LargestBody = 4096;

    public static void MapLanes(this IEndpointRouteBuilder endpoints)
    {
        var orders = endpoints.MapGroup("/api/barriers").RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Barriers").DisableAntiforgery()
            .RequireLocalSocket().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        Map(orders, "let-in", "vehicle-let-in", static (desk, barrier, vehicle, order, stop) => desk.LetInAsync(barrier, vehicle, order.By, order.Why!, stop));
        Map(orders, "send-away", "vehicle-send-away", static (desk, barrier, vehicle, order, stop) => desk.SendAwayAsync(barrier, vehicle, order.By, order.Why!, stop));
    }

    private static void Map(
        RouteGroupBuilder orders, string path, string name, Func<ILaneDesk, DeviceId, Guid?, DeviceOrder, CancellationToken, ValueTask<OrderAnswer>> deed) =>
        orders.MapPost(
            $"/{{id}}/{path}",
            (string id, Guid? vehicle, HttpRequest request, IDeviceDirectory devices, ILaneDesk desk, DeviceOrders giver, CancellationToken cancellationToken) =>
                BarrierEndpoints.OrderAsync(
                    id, name, (barrier, order, stop) => deed(desk, barrier.Id, vehicle, order, stop), request, devices, giver, cancellationToken));
}
