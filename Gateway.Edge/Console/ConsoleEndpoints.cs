using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Console.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;

namespace Gateway.Edge.Console;

/// <summary>What the page's small forms do: sign-out and the choice of language.</summary>
internal static class ConsoleEndpoints
{
    /// <summary>Cookie of the chosen language.</summary>
    public const string LanguageCookie = "gateway.language";

    public static void MapConsoleForms(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/sign-out", SignOutAsync);
        endpoints.MapPost("/language", SwitchLanguageAsync).AllowAnonymous();
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

    private static async Task<IResult> SwitchLanguageAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var culture = form["culture"] == "en" ? "en" : "zh-CN";
        context.Response.Cookies.Append(
            LanguageCookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return Results.LocalRedirect(LocalReturn.Of(form["returnUrl"]));
    }
}
