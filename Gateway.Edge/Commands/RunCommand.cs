using System.CommandLine;
using System.Net.Sockets;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Drivers.Configuration;
using Gateway.Edge.Hosting;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Connections;
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
            // Every setting and the hardware file are checked before anything is opened or listens.
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            _ = app.Services.GetRequiredService<HardwareFile>();
            // Then the lock of the data directory: a second gateway ends here and touches nothing of the first.
            _ = app.Services.GetRequiredService<IJournal>();
            SiteCheck.Require(app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value, app.Services.GetRequiredService<HardwareFile>());
            if (!await app.StartOrStopAsync(cancellationToken))
            {
                return 0;
            }

            foreach (var address in app.Urls.Where(address => !address.Contains("unix:", StringComparison.Ordinal)))
            {
                await output.WriteLineAsync($"gateway ready: {address}");
            }

            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (OptionsValidationException error)
        {
            throw new ConfigurationFaultException(string.Join(Environment.NewLine, error.Failures.Distinct()), error);
        }
        catch (AggregateException error) when (error.InnerExceptions.All(fault => fault is OptionsValidationException))
        {
            var failures = error.InnerExceptions.Cast<OptionsValidationException>().SelectMany(fault => fault.Failures);
            throw new ConfigurationFaultException(string.Join(Environment.NewLine, failures.Distinct()), error);
        }
        catch (HardwareFileException error)
        {
            throw new ConfigurationFaultException(error.Message, error);
        }
        catch (Exception error) when (error is SocketException or IOException { InnerException: AddressInUseException })
        {
            throw new CommandFaultException($"Gateway:Urls cannot be listened on: {error.Message.TrimEnd('.')}. Stop what uses the port, or name another one.", error);
        }
    }
}
