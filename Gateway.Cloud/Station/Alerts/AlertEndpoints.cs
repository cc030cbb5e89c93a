using Gateway.Cloud.Station.Storage;
using Microsoft.AspNetCore.Antiforgery;

namespace Gateway.Cloud.Station.Alerts;

/// <summary>Taking note of an alert, and taking that back.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAlertMedia();
        endpoints.MapPost("/alerts/{id:long}/acknowledge", (long id, HttpContext context, IAntiforgery antiforgery, StationDatabase database, AlertMarks marks) =>
            MarkAsync(id, context, antiforgery, database, marks, acknowledged: true));
        endpoints.MapPost("/alerts/{id:long}/reopen", (long id, HttpContext context, IAntiforgery antiforgery, StationDatabase database, AlertMarks marks) =>
            MarkAsync(id, context, antiforgery, database, marks, acknowledged: false));
    }

    private static async Task<IResult> MarkAsync(
        long id, HttpContext context, IAntiforgery antiforgery, StationDatabase database, AlertMarks marks, bool acknowledged)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var mark = new AlertMark(id, acknowledged, context.User.Identity!.Name!, context.Connection.RemoteIpAddress?.ToString() ?? "unknown");
        await marks.SetAsync(database, mark, context.RequestAborted);
        return context.Request.Headers.ContainsKey("HX-Request") ? Results.NoContent() : Results.LocalRedirect($"/alerts/{id}");
    }
}
