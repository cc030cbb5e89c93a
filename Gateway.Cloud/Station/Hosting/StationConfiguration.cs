using Gateway.Cloud.Contract.Hosting;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Ingest;

namespace Gateway.Cloud.Station.Hosting;

/// <summary>Reads station.json, then the environment (<c>Station__Urls=...</c>), which wins.</summary>
internal static class StationConfiguration
{
    private const string DefaultFile = "station.json";

    private static readonly string[] Sections = [StationOptions.Section, MqttOptions.Section, IngestOptions.Section, "Logging"];

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
        if (File.Exists(path))
        {
            AddFile(configuration, path);
        }
        else if (file is not null)
        {
            throw new ConfigurationFaultException($"{path} does not exist. Name the configuration with --config.");
        }

        configuration.AddEnvironmentVariables();
    }

    private static void AddFile(ConfigurationManager configuration, string path)
    {
        var alone = new ConfigurationBuilder();
        alone.AddJsonFile(path, optional: false, reloadOnChange: false);
        foreach (var section in alone.Build().GetChildren())
        {
            if (!Sections.Contains(section.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new ConfigurationFaultException($"{section.Key}: unknown section in {path}. Known sections: {string.Join(", ", Sections)}.");
            }
        }

        configuration.AddJsonFile(path, optional: false, reloadOnChange: false);
    }
}
