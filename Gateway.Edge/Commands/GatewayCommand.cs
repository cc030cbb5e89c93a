using System.CommandLine;
using Gateway.Edge.Perception;

namespace Gateway.Edge.Commands;

/// <summary>The root of the command line: one verb per feature.</summary>
internal static class GatewayCommand
{
    public static RootCommand Create() => new("EdgeGateway: the gateway of one residential compound.")
    {
        RunCommand.Create(),
        JournalCommand.Create(),
        FacesCommand.Create(),
        FallingCommand.Create(),
        PlatesCommand.Create(),
        LivenessCommand.Create(),
        ModelsCommand.Create(),
        HardwareCommand.Create(),
        PatrolCommand.Create(),
        TicketsCommand.Create(),
        DisplaysCommand.Create(),
        PassesCommand.Create(),
        VisitorsCommand.Create(),
        LightsCommand.Create(),
        BarriersCommand.Create(),
        ChargingCommand.Create(),
        VehiclesCommand.Create(),
        GrantsCommand.Create(static (services, configuration) => services.AddPerception(configuration)),
        AccountsCommand.Create(),
        ResidentsCommand.Create(static (services, configuration) => services.AddPerception(configuration)),
    };
}
