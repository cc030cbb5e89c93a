using Gateway.Cloud.Contract.Hosting;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Charging;
using Gateway.Edge.Console;
using Gateway.Edge.Console.GateDisplays;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Patrols;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Privacy;
using Gateway.Edge.Uplink;

namespace Gateway.Edge.Hosting;

/// <summary>Reads gateway.json, then the environment (<c>Gateway__DataDirectory=...</c>), which wins.</summary>
internal static class GatewayConfiguration
{
    private static readonly string[] Sections =
    [
        GatewayOptions.Section, JournalOptions.Section, ResidentsOptions.Section, ModelOptions.Section, FaceOptions.Section, PlateOptions.Section,
        FallDetectionOptions.Section, UplinkOptions.Section, MqttOptions.Section, ConsoleOptions.Section, GateDisplayOptions.Section, PatrolOptions.Section,
        FallingObjectOptions.Section, LaneOptions.Section, VehicleOptions.Section, GrantOptions.Section, VisitorOptions.Section, PrivacyOptions.Section, ChargingOptions.Section, "Access", "Strangers",
        "Drivers", "Logging",
    ];

    /// <exception cref="ConfigurationFaultException">The file is missing, is not JSON, or has a section that nothing reads.</exception>
    public static void Load(ConfigurationManager configuration, string file)
    {
        configuration.Sources.Clear();
        configuration.AddInMemoryCollection([
            new("Logging:LogLevel:Default", "Information"),
            new("Logging:LogLevel:Microsoft", "Warning"),
            // The cookies' keys lie in a folder for the gateway's user alone.
            new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error"),
        ]);
        ConfigurationFile.Add(configuration, file, Sections);
    }
}
