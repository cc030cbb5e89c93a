using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Console.Facades;

/// <summary>What the forms of the test throws do. They work without the page's script too.</summary>
internal static class ThrowEndpoints
{
    private const string FloorField = "floor-";

    public static void MapThrows(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/facades/{device}/throws/begin", BeginAsync);
        endpoints.MapPost("/facades/{device}/throws/end", EndAsync);
        endpoints.MapPost("/facades/{device}/throws/floors", TellAsync);
    }

    /// <summary>Falls of the next minutes are tests and alert nobody: that goes on record first.</summary>
    private static async Task<IResult> BeginAsync(
        string device, HttpContext context, IAntiforgery antiforgery, FacadeDesk desk, TestThrows throws, IJournal journal, ILogger<TestThrows> logger)
    {
        if (await FormAsync(context, antiforgery) is not { } form
            || !int.TryParse(form["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || minutes < 1 || minutes > TestThrows.Longest.TotalMinutes)
        {
            return Results.BadRequest();
        }

        if (desk.Camera(device) is not { } camera)
        {
            return Results.NotFound();
        }

        if (await RecordAsync(journal, logger, context, "test-throws-begin", device, ThrowTexts.ThrowsBegun(minutes)) is { } unrecorded)
        {
            return unrecorded;
        }

        throws.Arm(camera.Id, TimeSpan.FromMinutes(minutes));
        return Done(context, device);
    }

    private static async Task<IResult> EndAsync(
        string device, HttpContext context, IAntiforgery antiforgery, FacadeDesk desk, TestThrows throws, IJournal journal, ILogger<TestThrows> logger)
    {
        if (await FormAsync(context, antiforgery) is null)
        {
            return Results.BadRequest();
        }

        if (desk.Camera(device) is not { } camera)
        {
            return Results.NotFound();
        }

        // Real falls alert again at once, whether or not that can be put on record.
        throws.Disarm(camera.Id);
        return await RecordAsync(journal, logger, context, "test-throws-end", device, ThrowTexts.ThrowsEnded) is { } unrecorded ? unrecorded : Done(context, device);
    }

    /// <summary>Takes every floor that was filled in.</summary>
    private static async Task<IResult> TellAsync(string device, HttpContext context, IAntiforgery antiforgery, FacadeDesk desk, TestThrows throws)
    {
        if (await FormAsync(context, antiforgery) is not { } form)
        {
            return Results.BadRequest();
        }

        if (desk.Camera(device) is not { } camera)
        {
            return Results.NotFound();
        }

        foreach (var (name, value) in form)
        {
            if (name.StartsWith(FloorField, StringComparison.Ordinal)
                && long.TryParse(name.AsSpan(FloorField.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var floor)
                && floor >= 1 && floor <= camera.Facade.Calibration.Building.Floors + 1)
            {
                throws.Tell(camera.Id, number, floor);
            }
        }

        return Done(context, device);
    }

    private static async Task<IFormCollection?> FormAsync(HttpContext context, IAntiforgery antiforgery) =>
        await antiforgery.IsRequestValidAsync(context) ? await context.Request.ReadFormAsync(context.RequestAborted) : null;

    private static Task<ProblemHttpResult?> RecordAsync(IJournal journal, ILogger logger, HttpContext context, string name, string device, LocalizedText words) =>
        ActionAudit.RecordAsync(journal, logger, context, name, device, words);

    // The script's page stays where it is and hears of it; a page without one is shown anew.
    private static IResult Done(HttpContext context, string device) =>
        context.Request.Headers.ContainsKey("HX-Request") ? Results.NoContent() : Results.LocalRedirect($"/facades/{Uri.EscapeDataString(device)}#throws");
}
