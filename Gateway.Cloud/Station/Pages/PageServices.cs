using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Cloud.Station.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

namespace Gateway.Cloud.Station.Pages;

/// <summary>Server-rendered pages in Chinese and English; the choice is a cookie.</summary>
internal static class PageServices
{
    private const string LanguageCookie = "station.language";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddScoped(_ => Wording.For(CultureInfo.CurrentUICulture));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("zh-CN").AddSupportedCultures("zh-CN", "en").AddSupportedUICultures("zh-CN", "en");
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = LanguageCookie }];
        });
        return services;
    }

    public static void UsePages(this WebApplication app) => app.UseRequestLocalization();

    public static void MapPages(this WebApplication app)
    {
        app.MapRazorComponents<App>();
        app.MapPost("/language", SwitchLanguageAsync).AllowAnonymous();
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
