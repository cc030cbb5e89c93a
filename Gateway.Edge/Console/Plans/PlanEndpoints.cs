using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;
using Gateway.Edge.Plans;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Microsoft.Net.Http.Headers;

namespace Gateway.Edge.Console.Plans;

/// <summary>What the plan's page asks for: pictures, live updates, and saving where a device stands.</summary>
internal static class PlanEndpoints
{
    private const long LargestForm = 16 * 1024;

    public static void MapPlans(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/plan/pictures/{id:guid}.jpg", Picture);
        endpoints.MapPost("/plan/places/{device}", PlaceAsync).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        endpoints.MapPost("/plan/places/{device}/remove", UnplaceAsync).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        endpoints.MapGet("/live/plan", (HttpContext context, string? plan, PlanStream stream, IHostApplicationLifetime lifetime) =>
        {
            var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(ended);
            return TypedResults.ServerSentEvents(
                stream.ReadAsync(Guid.TryParse(plan, out var id) ? id : null, Language.Of(CultureInfo.CurrentUICulture), ended.Token));
        });
    }

    private static IResult Picture(Guid id, HttpContext context, PlanBook book)
    {
        // Kept by the browser, but shown only after it has asked whether it still may: the next person at the desk may be another one.
        context.Response.Headers.CacheControl = "private, no-cache";
        return book.Picture(id) is { } jpeg ? Results.File(jpeg, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{id:N}\"")) : Results.NotFound();
    }

    private static async Task<IResult> PlaceAsync(
        string device, HttpContext context, IAntiforgery antiforgery, PlanBook book, IDeviceDirectory devices, IJournal journal, ILogger<PlanBook> logger)
    {
        if (await FormAsync(context, antiforgery) is not { } form || Fraction(form["x"]) is not { } x || Fraction(form["y"]) is not { } y || !Guid.TryParse(form["plan"], out var id))
        {
            return Results.BadRequest();
        }

        var known = devices.Hardware.Devices.FirstOrDefault(known => known.Id.Value == device)?.Name.Localized() ?? book.View.Places.GetValueOrDefault(device)?.Name;
        return book.View.Find(id) is not { } plan || known is not { } name
            ? Results.NotFound()
            : await ChangeAsync(context, journal, logger, "plan-place", device, PlanWords.Placed(plan.Name, x, y), () => book.Place(new PlanPlace(device, id, x, y, name)));
    }

    private static async Task<IResult> UnplaceAsync(
        string device, HttpContext context, IAntiforgery antiforgery, PlanBook book, IJournal journal, ILogger<PlanBook> logger)
    {
        if (await FormAsync(context, antiforgery) is null)
        {
            return Results.BadRequest();
        }

        var view = book.View;
        return !view.Places.TryGetValue(device, out var place)
            ? Results.NotFound()
            : await ChangeAsync(context, journal, logger, "plan-unplace", device, PlanWords.Unplaced(view.Find(place.Plan)?.Name ?? ""), () => book.Unplace(device));
    }

    /// <summary>Puts it on record first: what cannot be recorded is not done.</summary>
    private static async Task<IResult> ChangeAsync(
        HttpContext context, IJournal journal, ILogger logger, string name, string device, LocalizedText words, Func<bool> change)
    {
        var language = Language.Of(CultureInfo.CurrentUICulture);
        if (await ActionAudit.RecordAsync(journal, logger, context, name, device, words) is { } unrecorded)
        {
            return Answer(StatusCodes.Status503ServiceUnavailable, saved: false, language.Fill(PlanTexts.NotRecorded, unrecorded.ProblemDetails.Detail ?? ""));
        }

        try
        {
            return change() ? Answer(StatusCodes.Status200OK, saved: true, language[PlanTexts.Saved]) : Results.NotFound();
        }
        catch (SqliteException error)
        {
            PlanLog.NotSaved(logger, name, device, error);
            return Answer(StatusCodes.Status503ServiceUnavailable, saved: false, language[PlanWords.NotSaved]);
        }

        static IResult Answer(int status, bool saved, string text) => Results.Json(new PlanSaved(saved, text), statusCode: status);
    }

    private static async Task<IFormCollection?> FormAsync(HttpContext context, IAntiforgery antiforgery)
    {
        try
        {
            return context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context) ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        }
        catch (Exception error) when (error is BadHttpRequestException or InvalidDataException or AntiforgeryValidationException)
        {
            // Too long, or no form after all.
            return null;
        }
    }

    private static double? Fraction(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1 ? value : null;
}
