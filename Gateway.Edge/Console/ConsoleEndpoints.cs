using Gateway.Cloud.Contract.Pages;
using Gateway.Edge.Access;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Gateway.Edge.Console;

/// <summary>What the page's small forms do: sign-out and the choice of language.</summary>
internal static class ConsoleEndpoints
{
    /// <summary>Cookie of the chosen language.</summary>
    public const string LanguageCookie = "gateway.language";

    public static void MapConsoleForms(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/sign-out", SignOutAsync);
        endpoints.MapLanguageChoice(LanguageCookie);
    }

    /// <summary>Lets the browser keep a language.</summary>
    public static void KeepLanguage(HttpContext context, string language) => LanguageChoice.Keep(context, LanguageCookie, language);

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, AccountRecords records, EndedSessions ended, StepUps confirmed, TimeProvider time)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await records.TryPutAsync(AccountDeeds.SignedOut, ActionAudit.By(context), AccountWords.SignedOut);
        // The browser forgets its cookie; a copy of it must be worth nothing either.
        var runsOut = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        ended.End(context.User, runsOut ?? time.GetUtcNow() + SessionClaims.Lasts);
        confirmed.Forget(context.User);
        await context.SignOutAsync(SessionClaims.SchemeName);
        return Results.LocalRedirect("/sign-in");
    }
}
