using Gateway.Cloud.Contract.Hosting;
using Gateway.Drivers;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Api;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Api;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Api;
using Gateway.Edge.Alerts.Barriers;
using Gateway.Edge.Alerts.Charging;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Alerts.Grants;
using Gateway.Edge.Alerts.Sos;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Charging;
using Gateway.Edge.Console;
using Gateway.Edge.Digest;
using Gateway.Edge.Journal;
using Gateway.Edge.Notices;
using Gateway.Edge.Passages;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Patrols;
using Gateway.Edge.Plans;
using Gateway.Edge.Perception;
using Gateway.Edge.Privacy;
using Gateway.Edge.Retention;
using Gateway.Edge.Uplink;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gateway.Edge.Hosting;

/// <summary>Puts the gateway together.</summary>
internal static class GatewayHost
{
    /// <summary>Builds the application; nothing runs or listens yet.</summary>
    /// <param name="configFile">The settings file.</param>
    /// <param name="customise">Last word on services, for tests.</param>
    /// <exception cref="ConfigurationFaultException">The configuration cannot be used; the message names the path.</exception>
    public static WebApplication Build(string configFile, Action<WebApplicationBuilder>? customise = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
            EnvironmentName = Environments.Production,
            ApplicationName = typeof(GatewayHost).Assembly.GetName().Name,
        });
        GatewayConfiguration.Load(builder.Configuration, configFile);
        builder.Logging.UsePlainConsole();
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = TimeSpan.FromSeconds(8);
            // One service's end is a line in the log, not the end of the gates.
            options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        services.AddJournal(configuration);
        services.AddPerception(configuration);
        services.AddResidents(configuration);
        services.AddVehicles(configuration);
        services.AddGrants(configuration);
        services.AddAccounts(configuration);
        services.AddLocalSocket();
        services.AddStrangers(configuration);
        services.AddGrantAlerts();
        services.AddSos();
        services.AddFallingObjects(configuration);
        services.AddValidatedOptions<DriversOptions>(configuration, "Drivers");
        services.AddRecording();
        services.AddDrivers(configuration);
        services.AddPassages(configuration);
        services.AddPasses();
        services.AddVisitors(configuration);
        services.AddPrivacy(configuration);
        services.AddDigest();
        services.AddBarriers();
        services.AddLanes(configuration);
        services.AddPatrols(configuration);
        services.AddPlans();
        services.AddCharging();
        services.AddChargingSessions(configuration);
        services.AddUplink(configuration);
        services.AddNotices();
        services.AddRetention();
        services.AddConsole(configuration);
        SharedSettings.Apply(services);
        Listen(builder);
        customise?.Invoke(builder);
        var app = builder.Build();
        app.UseConsole();
        app.MapResidents();
        app.MapVehicles();
        app.MapGrants();
        app.MapPasses();
        app.MapVisitors();
        app.MapTimings();
        app.MapPatrols();
        app.MapLights();
        app.MapBarriers();
        app.MapLanes();
        app.MapCharging();
        app.MapAccounts();
        app.MapHealth();
        app.MapConsole();
        return app;
    }

    private static void Listen(WebApplicationBuilder builder)
    {
        var options = new GatewayOptions();
        StrictBinder.Bind(builder.Configuration.GetSection(GatewayOptions.Section), options);
        var addresses = ListenAddress.Parse(options.Urls, "Gateway:Urls");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var address in addresses)
            {
                kestrel.Listen(ListenAddress.EndPoint(address), listen => Secure(listen, address, options));
            }

            kestrel.ListenOnLocalSocket(options.DataDirectory);
        });
    }

    private static void Secure(ListenOptions listen, Uri address, GatewayOptions options)
    {
        if (address.Scheme == Uri.UriSchemeHttps)
        {
            listen.UseHttps(ServerCertificate.Load(
                options.CertificateFile, "Gateway:CertificateFile", options.CertificateKeyFile, "Gateway:CertificateKeyFile"));
        }
    }
}
