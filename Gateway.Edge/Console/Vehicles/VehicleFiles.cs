using System.Globalization;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Vehicles;

/// <summary><c>GET /vehicles/export.csv</c>: all registered vehicles with masked numbers, for staff alone.</summary>
internal static class VehicleFiles
{
    public static void MapVehicleFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/vehicles/export.csv", ExportAsync);

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
}
