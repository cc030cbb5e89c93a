using System.Globalization;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>Files for staff alone: all registered vehicles as CSV with masked numbers, and the pictures of parking reports.</summary>
internal static class VehicleFiles
{
    public static void MapVehicleFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/vehicles/export.csv", ExportAsync).RequireStepUp("/vehicles");
        endpoints.MapGet("/parking/reports/{id:guid}/picture.jpg", PictureAsync);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, IVehicleDesk desk, TimeProvider time)
    {
        try
        {
            var file = await desk.ExportAsync(withPhones: false, ActionAudit.By(context), context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return Results.File(file, "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"vehicles-{time.GetUtcNow():yyyyMMdd-HHmm}.csv"));
        }
        catch (JournalUnavailableException error)
        {
            return TypedResults.Problem(error.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> PictureAsync(Guid id, HttpContext context, IParkingReports reports)
    {
        try
        {
            // A picture of somebody's car stays in no cache.
            context.Response.Headers.CacheControl = "no-store";
            if (await reports.ShowAsync(id, context.RequestAborted) is not { } report || !ParkingView.Shows(context.Account(), report))
            {
                return Results.NotFound();
            }

            return await reports.PictureAsync(id, ActionAudit.By(context), context.RequestAborted) is { } jpeg ? Results.Bytes(jpeg, "image/jpeg") : Results.NotFound();
        }
        catch (JournalUnavailableException error)
        {
            return TypedResults.Problem(error.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
