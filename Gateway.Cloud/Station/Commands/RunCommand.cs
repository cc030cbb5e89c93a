using System.CommandLine;
using Gateway.Cloud.Contract.Hosting;
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
        await app.StartOrStopAsync(cancellationToken);
        foreach (var address in app.Urls)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"station ready: {address}");
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    });
}
