using System.Globalization;
using System.Text.Json;
using Gateway.Cloud.Contract.Pages;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Access;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Antiforgery;

namespace Gateway.Edge.Console.Facades;

/// <summary>What the calibration page asks for: stills, what the server says of a drawing, saving, and live updates.</summary>
internal static class FacadeEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapFacades(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/facades/{device}/still.jpg", StillAsync);
        endpoints.MapPost("/facades/{device}/check", CheckAsync);
        endpoints.MapPost("/facades/{device}/save", SaveAsync);
        endpoints.MapThrows();
        endpoints.MapGet("/live/facades/{device}", (string device, HttpContext context, FacadeStream stream, IHostApplicationLifetime lifetime) =>
        {
            var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(ended);
            return TypedResults.ServerSentEvents(stream.ReadAsync(device, Language.Of(CultureInfo.CurrentUICulture), ended.Token));
        });
    }

    private static async Task<IResult> StillAsync(string device, HttpContext context, FacadeDesk desk, FacadeStills stills, FacadeLooks looks)
    {
        if (desk.Camera(device) is not { } camera)
        {
            return Results.NotFound();
        }

        // A picture of people's windows stays in no cache.
        context.Response.Headers.CacheControl = "no-store";
        if (await stills.OfAsync(camera, context.Request.Query.ContainsKey("fresh"), context.RequestAborted) is not { } jpeg)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        return await looks.RecordAsync(context, camera.Id.ToString()) is { } unrecorded ? unrecorded : Results.File(jpeg, "image/jpeg");
    }

    private static async Task<IResult> CheckAsync(string device, HttpContext context, IAntiforgery antiforgery, FacadeDesk desk, FragmentRenderer renderer)
    {
        if (!await antiforgery.IsRequestValidAsync(context) || await FacadeRequest.ReadAsync(context) is not { } request)
        {
            return Results.BadRequest();
        }

        if (desk.Check(device, request.Section) is not var (draft, rows))
        {
            return Results.NotFound();
        }

        var language = Language.Of(CultureInfo.CurrentUICulture);
        var fit = draft.Facade is { } facade ? FacadeFit.Of(facade, rows) : null;
        var card = fit is null ? null : await renderer.RenderAsync<FacadeFitCard>(new(StringComparer.Ordinal)
        {
            ["Language"] = language, ["Fit"] = fit, ["Columns"] = draft.Facade!.Columns,
        });
        return Results.Json(FacadeAnswer.Of(draft, fit, card, language), Json);
    }

    private static async Task<IResult> SaveAsync(
        string device, HttpContext context, IAntiforgery antiforgery, FacadeDesk desk, IJournal journal, ILogger<FacadeDesk> logger)
    {
        if (!await antiforgery.IsRequestValidAsync(context) || await FacadeRequest.ReadAsync(context) is not { } request)
        {
            return Results.BadRequest();
        }

        if (desk.Check(device, request.Section) is not var (draft, rows))
        {
            return Results.NotFound();
        }

        var language = Language.Of(CultureInfo.CurrentUICulture);
        if (draft.Facade is not { } facade)
        {
            return Answer(StatusCodes.Status422UnprocessableEntity, new FacadeSaved(Saved: false, language[FacadeTexts.PutRightFirst]));
        }

        try
        {
            using var edit = desk.Prepare(device, draft, request.Print);
            if (await ActionAudit.RecordAsync(journal, logger, context, "facade-save", device, FacadeTexts.Saving(facade, FacadeFit.Of(facade, rows))) is { } unrecorded)
            {
                return Answer(
                    StatusCodes.Status503ServiceUnavailable,
                    new FacadeSaved(Saved: false, language.Fill(FacadeTexts.NotRecorded, unrecorded.ProblemDetails.Detail ?? ""), Snippet: draft.Text()));
            }

            string backup;
            try
            {
                backup = Path.GetFileName(edit.Commit());
            }
            catch (HardwareEditException fault)
            {
                // The attempt is on record, so that it failed must be too. Where that cannot be recorded it is logged, and nothing was changed.
                await ActionAudit.RecordAsync(journal, logger, context, "facade-save-failed", device, FacadeTexts.NotSaved(fault.Words.Zh, fault.Words.En));
                return NotSaved(fault);
            }

            return Answer(StatusCodes.Status200OK, new FacadeSaved(Saved: true, language.Fill(FacadeTexts.Saved, backup), desk.Print(device)));
        }
        catch (HardwareEditException fault)
        {
            return NotSaved(fault);
        }

        IResult NotSaved(HardwareEditException fault)
        {
            var text = language == Language.English ? fault.Words.En : fault.Words.Zh;
            return Answer(StatusCodes.Status409Conflict, new FacadeSaved(Saved: false, text, Snippet: $"\"facade\": {draft.Text()}"));
        }

        static IResult Answer(int status, FacadeSaved saved) => Results.Json(saved, Json, statusCode: status);
    }
}
