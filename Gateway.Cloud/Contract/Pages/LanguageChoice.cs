using Gateway.Cloud.Contract.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Cloud.Contract.Pages;

/// <summary>Pages in Chinese, the default, or English; the choice is a cookie of the service's own name.</summary>
public static class LanguageChoice
{
    /// <summary>Reads the language of a request from <paramref name="cookie"/>.</summary>
    public static IServiceCollection AddLanguageChoice(this IServiceCollection services, string cookie) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("zh-CN").AddSupportedCultures("zh-CN", "en").AddSupportedUICultures("zh-CN", "en");
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = cookie }];
        });

    /// <summary>Maps the form that sets the cookie: <c>POST /language</c>, open to anyone, with an antiforgery token.</summary>
    public static void MapLanguageChoice(this IEndpointRouteBuilder endpoints, string cookie) =>
        endpoints.MapPost("/language", (HttpContext context, IAntiforgery antiforgery) => SwitchAsync(context, antiforgery, cookie)).AllowAnonymous();

    /// <summary>Sets the cookie to a language, <c>zh-CN</c> or <c>en</c>.</summary>
    public static void Keep(HttpContext context, string cookie, string culture) =>
        context.Response.Cookies.Append(
            cookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });

    private static async Task<IResult> SwitchAsync(HttpContext context, IAntiforgery antiforgery, string cookie)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var culture = form["culture"] == "en" ? "en" : "zh-CN";
        Keep(context, cookie, culture);
        return Results.LocalRedirect(LocalReturn.Of(form["returnUrl"]));
    }
}
