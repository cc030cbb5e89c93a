using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gateway.Cloud.Contract.Pages;
using Gateway.Cloud.Station.Texts;
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
        services.AddLanguageChoice(LanguageCookie);
        return services;
    }

    public static void UsePages(this WebApplication app) => app.UseRequestLocalization();

    public static void MapPages(this WebApplication app)
    {
        app.MapRazorComponents<App>();
        app.MapLanguageChoice(LanguageCookie);
    }
}
