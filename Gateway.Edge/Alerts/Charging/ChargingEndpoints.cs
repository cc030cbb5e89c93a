using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Orders;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Alerts.Charging;

/// <summary>The charging points over HTTP, under <c>/api/charging</c>: the list for holders of the API key, orders over the local socket.</summary>
internal static class ChargingEndpoints
{
    private const long LargestBody = 4096;

    public static void MapCharging(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/charging").RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Charging").DisableAntiforgery();
        group.MapGet("/", List);
        var orders = group.MapGroup("").RequireLocalSocket().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        orders.MapPost("/{id}/outlets/{outlet}/on", On);
        orders.MapPost("/{id}/outlets/{outlet}/off", Off);
        orders.MapPost("/{id}/contactor/open", Open);
        orders.MapPost("/{id}/contactor/close", Close);
    }

    private static JsonHttpResult<IReadOnlyList<ShedView>> List(IDeviceDirectory devices) =>
        TypedResults.Json<IReadOnlyList<ShedView>>([.. devices.Of<IChargingPoint>().Select(ShedView.Of)]);

    private static Task<Results<JsonHttpResult<OrderAnswer>, ProblemHttpResult>> On(
        string id, string outlet, HttpRequest request, IDeviceDirectory devices, DeviceOrders giver, CancellationToken cancellationToken) =>
        OrderAsync(new Target(id, outlet), "outlet-on", needsReason: false, request, devices, giver, async (point, _, stop) =>
        {
            await point.SwitchOnAsync(outlet, stop);
            return ChargingAnswers.SwitchedOn(outlet);
        }, cancellationToken);

    private static Task<Results<JsonHttpResult<OrderAnswer>, ProblemHttpResult>> Off(
        string id, string outlet, HttpRequest request, IDeviceDirectory devices, DeviceOrders giver, CancellationToken cancellationToken) =>
        OrderAsync(new Target(id, outlet), "outlet-off", needsReason: true, request, devices, giver, async (point, why, stop) =>
        {
            await point.CutOffAsync(outlet, why, stop);
            return ChargingAnswers.CutOff(outlet);
        }, cancellationToken);

    private static Task<Results<JsonHttpResult<OrderAnswer>, ProblemHttpResult>> Open(
        string id, HttpRequest request, IDeviceDirectory devices, DeviceOrders giver, CancellationToken cancellationToken) =>
        OrderAsync(new Target(id), "contactor-open", needsReason: true, request, devices, giver, async (point, why, stop) =>
        {
            await point.OpenContactorAsync(why, stop);
            return ChargingAnswers.Opened;
        }, cancellationToken);

    private static Task<Results<JsonHttpResult<OrderAnswer>, ProblemHttpResult>> Close(
        string id, HttpRequest request, IDeviceDirectory devices, DeviceOrders giver, CancellationToken cancellationToken) =>
        OrderAsync(new Target(id), "contactor-close", needsReason: true, request, devices, giver, async (point, _, stop) =>
        {
            await point.CloseContactorAsync(stop);
            return ChargingAnswers.Closed;
        }, cancellationToken);

    private static async Task<Results<JsonHttpResult<OrderAnswer>, ProblemHttpResult>> OrderAsync(
        Target target,
        string name,
        bool needsReason,
        HttpRequest request,
        IDeviceDirectory devices,
        DeviceOrders giver,
        Func<IChargingPoint, Wording, CancellationToken, ValueTask<OrderAnswer>> deed,
        CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync<OrderRequest>(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (body!.Problem(needsReason) is { } wrong)
        {
            return OrderTargets.Bad(wrong);
        }

        var points = devices.Of<IChargingPoint>();
        if (points.FirstOrDefault(known => known.Id.Value == target.Id) is not { } point)
        {
            return OrderTargets.NotFound("charging point", target.Id, points.Select(known => known.Id.Value), "charging list");
        }

        if (target.Outlet is { } outlet && point.Outlets.All(known => known.Id != outlet))
        {
            // Outlets are numbered: the nearest number would be a guess, and the wrong bike's.
            return TypedResults.Problem(
                $"{target.Id} has no outlet {outlet}: it has {string.Join(", ", point.Outlets.Select(known => known.Id))}.",
                statusCode: StatusCodes.Status404NotFound);
        }

        var order = DeviceOrder.Of(target.Id, name, body, target.Outlet);
        var why = new Wording(order.Why ?? "", order.Why ?? "");
        return await giver.GiveAsync(order, stop => deed(point, why, stop));
    }

    private readonly record struct Target(string Id, string? Outlet = null);
}
