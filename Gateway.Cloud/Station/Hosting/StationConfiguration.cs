using Gateway.Cloud.Contract.Hosting;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Ingest;
using Gateway.Cloud.Station.Outbox;

namespace Gateway.Cloud.Station.Hosting;

/// <summary>Reads station.json, then the environment (<c>Station__Urls=...</c>), which wins.</summary>
internal static class StationConfiguration
{
    private const string DefaultFile = "station.json";

    private static readonly string[] Sections = [StationOptions.Section, MqttOptions.Section, IngestOptions.Section, OutboxOptions.Section, "Logging"];

    /// <exception cref="ConfigurationFaultException">The file is not there, is not JSON, or has a section that nothing reads.</exception>
    public static void Load(ConfigurationManager configuration, string? file)
    {
        configuration.Sources.Clear();
        configuration.AddInMemoryCollection([
            new("Logging:LogLevel:Default", "Information"),
            new("Logging:LogLevel:Microsoft", "Warning"),
            new("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Error"),
            // The cookies' keys lie in a folder for the station's user alone.
            new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error"),
        ]);
        var path = Path.GetFullPath(file ?? DefaultFile);
        if (file is not null || File.Exists(path))
        {
            ConfigurationFile.Add(configuration, path, Sections);
        }
        else
        {
            configuration.AddEnvironmentVariables();
        }
    }
}
