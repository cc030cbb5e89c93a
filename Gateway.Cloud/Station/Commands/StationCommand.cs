using System.CommandLine;

namespace Gateway.Cloud.Station.Commands;

/// <summary>The root of the station's command line; without a verb it runs the station.</summary>
internal static class StationCommand
{
    /// <summary>Where the configuration is; every verb takes it.</summary>
    public static Option<FileInfo?> Config { get; } = new("--config", "-c")
    {
        Description = "Configuration file (JSON). Default: station.json in the current folder, where there is one.",
        Recursive = true,
    };

    public static RootCommand Create()
    {
        var root = new RootCommand("The station service: takes events from compounds and shows them to officers.")
        {
            RunCommand.Create(),
            OfficersCommand.Create(),
            PkiCommand.Create(),
        };
        root.Options.Add(Config);
        root.SetAction(RunCommand.RunAsync);
        return root;
    }
}
