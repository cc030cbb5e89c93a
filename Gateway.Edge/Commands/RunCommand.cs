using System.CommandLine;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Drivers.Configuration;
using Gateway.Edge.Hosting;
using Gateway.Edge.Journal;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway run</c>: works the compound until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var config = new Option<FileInfo>("--config", "-c") { Description = "The settings file.", DefaultValueFactory = _ => new FileInfo("gateway.json") };
        var command = new Command("run", "Run the gateway until Ctrl-C or SIGTERM.") { config };
        command.SetAction((parsed, cancellationToken) => CommandOutcome.RunAsync(
            parsed.InvocationConfiguration.Error,
            () => RunAsync(parsed.GetRequiredValue(config).FullName, parsed.InvocationConfiguration.Output, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string config, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = GatewayHost.Build(config);
            // First of all, for the lock of the data directory: a second gateway ends here and touches nothing of the first.
            _ = app.Services.GetRequiredService<IJournal>();
            SiteCheck.Require(app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value, app.Services.GetRequiredService<HardwareFile>());
            await app.StartAsync(cancellationToken);
            foreach (var address in app.Urls.Where(address => !address.Contains("unix:", StringComparison.Ordinal)))
            {
                await output.WriteLineAsync($"gateway ready: {address}");
            }

            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (OptionsValidationException error)
        {
            throw new ConfigurationFaultException(string.Join(Environment.NewLine, error.Failures), error);
        }
        catch (HardwareFileException error)
        {
            throw new ConfigurationFaultException(error.Message, error);
        }
    }
}
