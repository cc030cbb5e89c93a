using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Orders;
using Gateway.Edge.Passages.Vehicles;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Alerts.Barriers;

/// <summary>The vehicle barriers over HTTP, under <c>/api/barriers</c>: the list for holders of the API key, orders over the local socket.</summary>
internal static class BarrierEndpoints
{
    private const long LargestBody = 4096;

    public static void MapBarriers(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/barriers").RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Barriers").DisableAntiforgery();
        group.MapGet("/", List);
        var orders = group.MapGroup("").RequireLocalSocket().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        orders.MapPost(
            "/{id}/raise",
            (string id, HttpRequest request, IDeviceDirectory devices, DeviceOrders giver, LaneDesk lanes, CancellationToken cancellationToken) =>
                OrderAsync(
                    id,
                    "barrier-raise",
                    async (barrier, order, stop) => BarrierAnswers.Of(await lanes.RaiseAsync(barrier, Reason(order), stop)),
                    request,
                    devices,
                    giver,
                    cancellationToken));
        Map(orders, "lower", "barrier-lower", static (barrier, reason, stop) => barrier.LowerAsync(reason, stop));
        Map(orders, "stop", "barrier-stop", static (barrier, reason, stop) => barrier.StopAsync(reason, stop));

        // A fire override is the fire input's alone.
        Map(orders, "mode/automatic", "barrier-mode-automatic", static (barrier, reason, stop) => barrier.SetModeAsync(BarrierMode.Automatic, reason, stop));
        Map(orders, "mode/manual", "barrier-mode-manual", static (barrier, reason, stop) => barrier.SetModeAsync(BarrierMode.Manual, reason, stop));
        Map(orders, "mode/held-up", "barrier-mode-held-up", static (barrier, reason, stop) => barrier.SetModeAsync(BarrierMode.HeldUp, reason, stop));
    }

    /// <summary>Reads an order to a barrier, with who and why, and gives it; what is wrong with it is the answer.</summary>
    internal static async Task<Results<JsonHttpResult<OrderAnswer>, ProblemHttpResult>> OrderAsync(
        string id,
        string name,
        Func<IVehicleBarrier, DeviceOrder, CancellationToken, ValueTask<OrderAnswer>> deed,
        HttpRequest request,
        IDeviceDirectory devices,
        DeviceOrders giver,
        CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync<OrderRequest>(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (body!.Problem(needsReason: true) is { } wrong)
        {
            return OrderTargets.Bad(wrong);
        }

        var barriers = devices.Of<IVehicleBarrier>();
        if (barriers.FirstOrDefault(known => known.Id.Value == id) is not { } barrier)
        {
            return OrderTargets.NotFound("vehicle barrier", id, barriers.Select(known => known.Id.Value), "barriers list");
        }

        var order = DeviceOrder.Of(id, name, body);
        return await giver.GiveAsync(order, stop => deed(barrier, order, stop));
    }

    private static void Map(
        RouteGroupBuilder orders, string path, string name, Func<IVehicleBarrier, BarrierReason, CancellationToken, ValueTask<BarrierAnswer>> deed) =>
        orders.MapPost($"/{{id}}/{path}", (string id, HttpRequest request, IDeviceDirectory devices, DeviceOrders giver, CancellationToken cancellationToken) =>
            OrderAsync(
                id,
                name,
                async (barrier, order, stop) => BarrierAnswers.Of(await deed(barrier, Reason(order), stop)),
                request,
                devices,
                giver,
                cancellationToken));

    private static BarrierReason Reason(DeviceOrder order) => new(order.By, new Wording(order.Why!, order.Why!));

    private static JsonHttpResult<IReadOnlyList<BarrierStatus>> List(IDeviceDirectory devices, LaneBoard lanes) =>
        TypedResults.Json<IReadOnlyList<BarrierStatus>>([.. devices.Of<IVehicleBarrier>().Select(barrier => BarrierStatus.Of(barrier, lanes.Find(barrier.Id)))]);
}
