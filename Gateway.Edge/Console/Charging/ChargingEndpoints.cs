using System.Globalization;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Charging.Sessions;
using Gateway.Edge.Console.History;
using Gateway.Edge.Console.Texts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Console.Charging;

/// <summary>The live updates of the pages of charging: the sheds for staff, a session for whoever has its address.</summary>
internal static class ChargingEndpoints
{
    /// <summary>A page that has been open for so long asks anew, and then for nothing where the session has ended.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    public static void MapChargingPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/live/charging", (HttpContext context, ChargingStream stream, IHostApplicationLifetime lifetime) =>
            TypedResults.ServerSentEvents(stream.ShedsAsync(Language.Of(CultureInfo.CurrentUICulture), Ended(context, lifetime).Token)));
        endpoints.MapGet("/live/charging/{id:guid}", LookAsync);
        endpoints.MapGet("/charge/session/{key}/stream", FollowAsync).AllowAnonymous();
    }

    // Who may not look so far back is told what anybody is told who asks for nothing; what goes on is for everybody on duty.
    private static async Task<Results<ServerSentEventsResult<string>, NotFound>> LookAsync(Guid id, HttpContext context, ChargingStream stream, IHostApplicationLifetime lifetime) =>
        await stream.FindAsync(id, context.RequestAborted) is { } view && (view.Session.Ended is null || HistoryView.Shows(context.Account(), view.Session.Begun))
            ? TypedResults.ServerSentEvents(stream.SessionAsync(id, Language.Of(CultureInfo.CurrentUICulture), Ended(context, lifetime).Token))
            : TypedResults.NotFound();

    private static async Task<Results<ServerSentEventsResult<string>, StatusCodeHttpResult>> FollowAsync(
        string key, HttpContext context, SessionDesk desk, ChargingStream stream, OpenStreams open, ChargeTries tries, IHostApplicationLifetime lifetime)
    {
        try
        {
            if (await desk.FollowAsync(key, context.RequestAborted) is not { } view)
            {
                tries.Refuse(context);
                return TypedResults.StatusCode(context.Response.StatusCode);
            }

            if (open.Take(view.Session.Id) is not { } taken)
            {
                return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
            }

            context.Response.RegisterForDispose(taken);
            var ended = Ended(context, lifetime);
            ended.CancelAfter(s_longest);
            return TypedResults.ServerSentEvents(stream.SessionAsync(view.Session.Id, Language.Of(CultureInfo.CurrentUICulture), ended.Token));
        }
        catch (SqliteException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static CancellationTokenSource Ended(HttpContext context, IHostApplicationLifetime lifetime)
    {
        var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.RegisterForDispose(ended);
        return ended;
    }
}
