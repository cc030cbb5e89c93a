using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Contract.Storage;
using Gateway.Cloud.Station.Accounts;
using Gateway.Cloud.Station.Media;
using Gateway.Cloud.Station.Storage;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Hosting;

/// <summary>What has to be there before the first request: folders, schema, keys and one account.</summary>
internal static class StationStart
{
    /// <summary>Prepares everything, the broker's options first, so that a fault in them comes before a password is made; prints the first log-in to <paramref name="output"/> the one time it is made.</summary>
    public static async Task PrepareAsync(WebApplication app, TextWriter output, CancellationToken cancellationToken)
    {
        _ = StationZone.Find(app.Services.GetRequiredService<IOptions<StationOptions>>().Value.TimeZone);
        app.Services.GetRequiredService<IMqttSession>().Start();
        await MigrateAsync(app, cancellationToken);
        _ = app.Services.GetRequiredService<MediaVault>();
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstOfficer>().EnsureAsync() is { } password)
        {
            await output.WriteLineAsync($"first log-in: {FirstOfficer.Name} {password}");
            await output.WriteLineAsync("This password is shown once. It must be changed at the first log-in.");
        }
    }

    /// <summary>Makes the data folder and brings the database to the newest schema.</summary>
    public static async Task MigrateAsync(WebApplication app, CancellationToken cancellationToken)
    {
        PrivateFiles.CreateDirectory(app.Services.GetRequiredService<IOptions<StationOptions>>().Value.DataDirectory);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
    }
}
