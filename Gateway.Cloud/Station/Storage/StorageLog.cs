namespace Gateway.Cloud.Station.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Database schema: applied {Script}")]
    public static partial void Migrated(ILogger log, string script);
}
