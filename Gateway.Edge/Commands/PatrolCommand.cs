using System.CommandLine;
using Gateway.Drivers.Devices.Patrols;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway patrol</c>: has the running gateway look over every device.</summary>
internal static class PatrolCommand
{
    public static Command Create() => new("patrol", "Look over every device and bus.")
    {
        CreateRun(),
        CreateLast(),
        ReferenceCommand.Create(),
    };

    private static Command CreateRun()
    {
        var data = CommandSettings.DataOption();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("run", "Send a patrol round now; exit code 1 when something needs repair.") { data, json };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var report = await gateway.PostAsync<PatrolReport>("/api/patrols", new { }, stop);
            return PatrolReports.Print(Found(report), parse.GetValue(json), parse.InvocationConfiguration.Output);
        }));
        return command;
    }

    private static Command CreateLast()
    {
        var data = CommandSettings.DataOption();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("last", "Show the last patrol's report; exit code 1 when something needs repair.") { data, json };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var report = await gateway.GetAsync<PatrolReport>("/api/patrols/last", stop);
            return PatrolReports.Print(Found(report), parse.GetValue(json), parse.InvocationConfiguration.Output);
        }));
        return command;
    }

    private static PatrolReport Found(PatrolReport? report) =>
        report ?? throw new CommandFaultException("There has been no patrol yet. Send one: patrol run.");
}
