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
        if (!await PrepareAsync(app, parsed.InvocationConfiguration.Output, cancellationToken) || !await app.StartOrStopAsync(cancellationToken))
        {
            return 0;
        }

        foreach (var address in app.Urls)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"station ready: {address}");
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    });

    private static async Task<bool> PrepareAsync(WebApplication app, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            await StationStart.PrepareAsync(app, output, cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop meanwhile: an unfinished migration is rolled back and run again at the next start.
            return false;
        }
    }
}
