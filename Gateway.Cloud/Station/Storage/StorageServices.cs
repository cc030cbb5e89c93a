using Gateway.Cloud.Station.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Storage;

/// <summary>The database on SQLite in the data directory.</summary>
internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddDbContextFactory<StationDatabase>((provider, options) => options
            .UseSqlite(ConnectionString(provider.GetRequiredService<IOptions<StationOptions>>().Value))
            .AddInterceptors(new DurableConnection()));
        services.AddSingleton<Migrator>();
        return services;
    }

    private static string ConnectionString(StationOptions options) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(options.DataDirectory, "station.db"),
        ForeignKeys = true,
        DefaultTimeout = 10,
    }.ToString();
}
