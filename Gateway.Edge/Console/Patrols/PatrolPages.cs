using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;
using Gateway.Edge.Journal;
using Gateway.Edge.Patrols;
using Microsoft.AspNetCore.Antiforgery;

namespace Gateway.Edge.Console.Patrols;

/// <summary>What the page of patrols and tickets needs and asks for: live updates, sending a patrol and calling it back, and files.</summary>
internal static class PatrolPages
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void AddPatrolPages(this IServiceCollection services)
    {
        services.AddSingleton<PatrolsReader>();
        services.AddSingleton<PatrolsStream>();
        services.AddSingleton<TicketDesk>();
    }

    public static void MapPatrolPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/patrols/run", RunAsync);
        endpoints.MapPost("/patrols/cancel", CancelAsync);
        endpoints.MapGet("/patrols/tickets.csv", (HttpContext context, PatrolsReader reader, ConsoleClock clock, IJournal journal, ILogger<PatrolsReader> logger) => FileAsync(
            context, journal, logger, "ticket-export", TicketTexts.TicketsExported, "tickets.csv", language => PatrolFiles.Tickets(reader.All(FilterOf(context), language), clock, language)));
        endpoints.MapGet("/patrols/findings.csv", (HttpContext context, PatrolStore store, ConsoleClock clock, IJournal journal, ILogger<PatrolsReader> logger) => FileAsync(
            context, journal, logger, "patrol-export", TicketTexts.PatrolsExported, "patrols.csv", language => PatrolFiles.Findings(store.All(), clock, language)));
        endpoints.MapGet("/live/patrols", (HttpContext context, PatrolsStream stream, IHostApplicationLifetime lifetime) =>
        {
            var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(ended);
            return TypedResults.ServerSentEvents(stream.ReadAsync(FilterOf(context), PageNumber.Of(context.Request.Query["page"]), Now(), ended.Token));
        });
    }

    /// <summary>Sends a patrol round, or joins the one that is under way; nobody waits for it here, as the page shows how it goes.</summary>
    public static async Task<IResult> SendAsync(HttpContext context, IAntiforgery antiforgery, PatrolService patrols, IJournal journal, ILogger logger, string then)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        if (await ActionAudit.RecordAsync(journal, logger, context, "patrol-run", ActionAudit.Gateway, PatrolSentences.SentByHand) is { } unrecorded)
        {
            return unrecorded;
        }

        _ = patrols.RunAsync(CancellationToken.None).ContinueWith(
            failed => PatrolsLog.Failed(logger, failed.Exception!.GetBaseException()),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
        return Results.LocalRedirect(then);
    }

    private static Task<IResult> RunAsync(HttpContext context, IAntiforgery antiforgery, PatrolService patrols, IJournal journal, ILogger<PatrolsReader> logger) =>
        SendAsync(context, antiforgery, patrols, journal, logger, "/patrols");

    private static async Task<IResult> CancelAsync(HttpContext context, IAntiforgery antiforgery, PatrolService patrols, IJournal journal, ILogger<PatrolsReader> logger)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        // One that came back a moment ago cannot be called back any more: nothing is done then, and nothing put on record.
        if (patrols.IsRunning
            && await ActionAudit.RecordAsync(journal, logger, context, "patrol-cancel", ActionAudit.Gateway, PatrolSentences.CancelledByHand) is { } unrecorded)
        {
            return unrecorded;
        }

        patrols.Cancel();
        return Results.LocalRedirect("/patrols");
    }

    private static async Task<IResult> FileAsync(
        HttpContext context, IJournal journal, ILogger logger, string name, LocalizedText words, string file, Func<Language, byte[]> write)
    {
        if (await ActionAudit.RecordAsync(journal, logger, context, name, ActionAudit.Gateway, words) is { } unrecorded)
        {
            return unrecorded;
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(write(Now()), Csv, file);
    }

    private static TicketFilter FilterOf(HttpContext context) =>
        TicketFilter.Of(context.Request.Query["show"], context.Request.Query["kind"], context.Request.Query["q"], context.Account()?.Name);

    private static Language Now() => Language.Of(CultureInfo.CurrentUICulture);
}
