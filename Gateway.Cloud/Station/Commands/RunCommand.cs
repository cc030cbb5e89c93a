using System.CommandLine;
using Gateway.Cloud.Station.Hosting;

namespace Gateway.Cloud.Station.Commands;

/// <summary><c>station run</c>: serves until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Run the station until Ctrl-C or SIGTERM.");
        command.SetAction(RunAsync);
        return command;
    }

    public static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) => CommandFaults.GuardAsync(async () =>
    {
        await using var app = StationHost.Build(parsed.GetValue(StationCommand.Config)?.FullName);
        await StationStart.PrepareAsync(app, parsed.InvocationConfiguration.Output, cancellationToken);
        await StartAsync(app, cancellationToken);
        foreach (var address in app.Urls)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"station ready: {address}");
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    });

    /// <summary>Starts the host; what had already started is stopped in order where a later part cannot start.</summary>
    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            try
            {
                await app.StopAsync(CancellationToken.None);
            }
#pragma warning disable CA1031 // What kept a part from starting is told below; that it cannot be stopped either says nothing new.
            catch (Exception)
#pragma warning restore CA1031
            {
                // The fault of the start is the one to tell.
            }

            throw;
        }
    }
}
