using Gateway.Cloud.Contract.Hosting;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>From the broker into the database, and receipts back.</summary>
internal static class IngestServices
{
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<IngestOptions>(configuration, IngestOptions.Section);
        services.AddSingleton<BatchWriter>();
        services.AddSingleton<IngestHealth>();
        services.AddSingleton<ReceiptLedger>();
        services.AddSingleton<ReceiptWriter>();
        services.AddHostedService<IngestService>();
        services.AddHostedService<ReceiptPublisher>();
        return services;
    }
}
