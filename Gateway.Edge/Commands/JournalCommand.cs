using System.CommandLine;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway journal</c>: looks at the journal, also while the gateway runs.</summary>
internal static class JournalCommand
{
    public static Command Create() => new("journal", "Verify and read the journal.")
    {
        CreateVerify(),
        CreateTail(),
        CreateSoak(),
    };

    private static Command CreateVerify()
    {
        var data = CommandSettings.DataOption();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("verify", "Walk the chain: every sequence, hash and medium. Exit code 1 when something is wrong.") { data, json };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(
            parse.InvocationConfiguration.Error,
            () => JournalReports.VerifyAsync(
                new JournalPaths(CommandSettings.DataDirectory(parse.GetValue(data))),
                parse.GetValue(json),
                parse.InvocationConfiguration.Output,
                stop)));
        return command;
    }

    private static Command CreateTail()
    {
        var data = CommandSettings.DataOption();
        var count = new Option<int>("--count", "-n") { Description = "Records to show.", DefaultValueFactory = _ => 20 };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with what comes." };
        var command = new Command("tail", "Show the newest records.") { data, count, follow };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(
            parse.InvocationConfiguration.Error,
            () => JournalReports.TailAsync(
                new JournalPaths(CommandSettings.DataDirectory(parse.GetValue(data))),
                Math.Clamp(parse.GetValue(count), 1, 10_000),
                parse.GetValue(follow),
                parse.InvocationConfiguration.Output,
                stop)));
        return command;
    }

    private static Command CreateSoak()
    {
        var data = new Option<string>("--data") { Description = "A folder for this trial alone.", Required = true };
        var writers = new Option<int>("--writers") { Description = "Concurrent writers.", DefaultValueFactory = _ => 8 };
        var command = new Command("soak", "Append without end and print what is acknowledged: pull the plug, then verify.") { data, writers };
        command.Hidden = true;
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(
            parse.InvocationConfiguration.Error,
            () => JournalSoak.RunAsync(
                new JournalPaths(parse.GetRequiredValue(data)), parse.GetValue(writers), parse.InvocationConfiguration.Output, stop)));
        return command;
    }
}
