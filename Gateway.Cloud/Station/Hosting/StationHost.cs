using Gateway.Cloud.Contract.Hosting;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Accounts;
using Gateway.Cloud.Station.Alerts;
using Gateway.Cloud.Station.Ingest;
using Gateway.Cloud.Station.Live;
using Gateway.Cloud.Station.Media;
using Gateway.Cloud.Station.Outbox;
using Gateway.Cloud.Station.Pages;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Hosting;

/// <summary>Puts the station together.</summary>
internal static class StationHost
{
    /// <summary>Builds the application; nothing runs or listens yet.</summary>
    /// <param name="configFile">JSON file; null takes station.json of the current folder where there is one.</param>
    /// <param name="customise">Last word on services, for tests.</param>
    /// <exception cref="ConfigurationFaultException">The configuration cannot be used; the message names the path.</exception>
    public static WebApplication Build(string? configFile, Action<WebApplicationBuilder>? customise = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
            EnvironmentName = Environments.Production,
            ApplicationName = typeof(StationHost).Assembly.GetName().Name,
        });
        StationConfiguration.Load(builder.Configuration, configFile);
        builder.Logging.UsePlainConsole();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(4));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddValidatedOptions<StationOptions>(builder.Configuration, StationOptions.Section);
        builder.Services.AddMqttSession(builder.Configuration);
        builder.Services.AddStorage();
        builder.Services.AddMedia();
        builder.Services.AddAccounts();
        builder.Services.AddIngest(builder.Configuration);
        builder.Services.AddOutbox(builder.Configuration);
        builder.Services.AddSingleton<AlertMarks>();
        builder.Services.AddLive();
        builder.Services.AddPages();
        ListenAddresses.Apply(builder);
        customise?.Invoke(builder);
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error");
        // Only a page that a person asked for gets a page in answer; fragments, pictures and forms get their plain status.
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal),
            branch => branch.UseStatusCodePagesWithReExecute("/not-found"));
        app.UseStaticFiles();
        app.UseRouting();
        app.UsePages();
        app.UseAccounts();
        app.MapHealth();
        app.MapAccounts();
        app.MapLive();
        app.MapAlerts();
        app.MapPages();
        return app;
    }
}
