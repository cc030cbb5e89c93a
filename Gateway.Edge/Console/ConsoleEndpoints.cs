using Gateway.Cloud.Contract.Pages;
using Gateway.Edge.Console.SignIn;
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

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await context.SignOutAsync(KeySignIn.SchemeName);
        return Results.LocalRedirect("/sign-in");
    }
}
