using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Cloud.Contract.Pages;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Console.Audit;
using Gateway.Edge.Console.Charging;
using Gateway.Edge.Console.Devices;
using Gateway.Edge.Console.Events;
using Gateway.Edge.Console.Facades;
using Gateway.Edge.Console.Falls;
using Gateway.Edge.Console.GateDisplays;
using Gateway.Edge.Console.Grants;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages;
using Gateway.Edge.Console.Patrols;
using Gateway.Edge.Console.Plans;
using Gateway.Edge.Console.Privacy;
using Gateway.Edge.Console.Reports;
using Gateway.Edge.Console.Residents;
using Gateway.Edge.Console.SignIn;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Strangers;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;
using Gateway.Edge.Console.Visitors;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Gateway.Edge.Console;

/// <summary>The gateway's own page in Chinese and English, for people with an account.</summary>
internal static class ConsoleServices
{
    /// <summary>Needs every feature that the page tells of; after <c>AddAccounts</c>, whose people it serves.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<ConsoleOptions>(configuration, ConsoleOptions.Section);
        services.AddSignIn();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddLanguageChoice(ConsoleEndpoints.LanguageCookie);
        services.AddScoped(_ => Language.Of(CultureInfo.CurrentUICulture));
        services.AddSingleton<ConsoleClock>();
        services.AddSingleton<ModelHealth>();
        services.AddSingleton<PassageReader>();
        services.AddSingleton<StatusReader>();
        services.AddSingleton<StatusStream>();
        services.AddSingleton<DevicesReader>();
        services.AddSingleton<DevicesStream>();
        services.TryAddSingleton<TestThrows>();
        services.AddSingleton<FacadeDesk>();
        services.AddSingleton<FacadeStills>();
        services.AddSingleton<FacadeLooks>();
        services.AddSingleton(provider => new Looks(provider.GetRequiredService<IJournal>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Looks>>()));
        services.AddSingleton<FacadeStream>();
        services.AddSingleton<FallsReader>();
        services.AddSingleton<FallsStream>();
        services.AddPlanPages();
        services.AddPatrolPages();
        services.AddVehiclePages();
        services.AddGrantPages();
        services.AddResidentPages();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<VisitsReader>();
        services.AddSingleton<Settings.NoticeForms>();
        services.AddGateDisplays(configuration);
        services.AddVisitorPages();
        services.AddEventPages();
        services.AddReportPages();
        services.AddChargingPages();
        services.AddSingleton<FragmentRenderer>();
        services.AddSingleton<PacedFragments>();
        return services;
    }

    /// <summary>What stands before the endpoints: headers, error pages, static files, the language and who is asking.</summary>
    public static void UseConsole(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        // Only a page that a person asked for gets a page in answer; fragments, forms and the API get their plain status.
        app.UseWhen(PageRequest.Is, pages =>
        {
            pages.UseExceptionHandler("/error");
            // A page that found nothing has used its renderer up: the next one gets a scope of its own.
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
        app.UseStaticFiles();
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.Use((HttpContext context, RequestDelegate next) => context.RequestServices.GetRequiredService<SessionCheck>().WatchAsync(context, next));
        app.UseAuthorization();
        app.Use(PasswordGate.AskAsync);
        app.Use(StepUpGate.AskAsync);
        app.UseAntiforgery();
    }

    public static void MapConsole(this WebApplication app)
    {
        app.MapRazorComponents<App>();
        app.MapConsoleForms();
        app.MapLive();
        app.MapDevices();
        app.MapFacades();
        app.MapFalls();
        app.MapVehiclePages();
        app.MapGrantPages();
        app.MapGateDisplays();
        app.MapResidentPages();
        app.MapPrivacyPages();
        app.MapStrangers();
        app.MapChargingPages();
        app.MapPlans();
        app.MapPatrolPages();
        app.MapEventHistory();
        app.MapReports();
    }
}
