using System.CommandLine;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Crew;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway grants</c>: temporary access, whether the gateway runs or not.</summary>
internal sealed class GrantsCommand
{
    private readonly Action<IServiceCollection, IConfiguration> _addPerception;

    private GrantsCommand(Action<IServiceCollection, IConfiguration> addPerception) => _addPerception = addPerception;

    /// <summary>The verb. <paramref name="addPerception"/> registers the examiner and the gallery for when no gateway runs.</summary>
    public static Command Create(Action<IServiceCollection, IConfiguration> addPerception)
    {
        var verbs = new GrantsCommand(addPerception);
        return new Command("grants", "Temporary access: grant, renew, shorten and revoke it, import a crew.")
        {
            verbs.CreateAdd(),
            verbs.CreateList(),
            verbs.CreateShow(),
            verbs.CreateMove("renew", "Set a later end.", static (desk, id, until, stop) => desk.RenewAsync(id, until, VehicleDeskOpening.By, stop)),
            verbs.CreateMove("shorten", "Set an earlier end.", static (desk, id, until, stop) => desk.ShortenAsync(id, until, VehicleDeskOpening.By, stop)),
            verbs.CreateEnd("revoke", "Take a grant back; the face is erased unless another grant needs it.", static (desk, id, stop) => desk.RevokeAsync(id, VehicleDeskOpening.By, stop)),
            verbs.CreateEnd("left", "Note that the worker has left.", static (desk, id, stop) => desk.LeftAsync(id, VehicleDeskOpening.By, stop)),
            verbs.CreateImport(),
        };
    }

    private Command CreateAdd()
    {
        var (data, json, fields) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), new GrantDraftOptions());
        var command = new Command("add", "Grant access to a new or a known person.") { data, json };
        fields.AddTo(command);
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, zone) =>
            GrantReports.Changed(await desk.AddAsync(await fields.ReadAsync(parse, zone, stop), VehicleDeskOpening.By, stop), parse.GetValue(json), zone, parse), stop));
        return command;
    }

    private Command CreateList()
    {
        var (data, json) = (CommandSettings.DataOption(), OrderVerbs.JsonOption());
        var search = new Argument<string?>("SEARCH") { Description = "Part of a name, a tag or a host.", Arity = ArgumentArity.ZeroOrOne };
        var state = new Option<GrantState?>("--state") { Description = "Coming, Running, Ended or Revoked." };
        var command = new Command("list", "List grants, the newest first.") { data, json, search, state };
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, zone) => GrantReports.List(
            await desk.ListAsync(new GrantFilter(parse.GetValue(search), parse.GetValue(state)), stop), parse.GetValue(json), zone, parse.InvocationConfiguration.Output), stop));
        return command;
    }

    private Command CreateShow()
    {
        var (data, json, id) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), IdArgument());
        var command = new Command("show", "Show a grant with the word of every device.") { data, json, id };
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, zone) => GrantReports.Show(
            await desk.ShowAsync(parse.GetValue(id), stop) ?? throw Absent(parse.GetValue(id)), parse.GetValue(json), zone, parse.InvocationConfiguration.Output), stop));
        return command;
    }

    private Command CreateMove(string name, string description, Func<IGrantDesk, Guid, DateTimeOffset, CancellationToken, Task<GrantChange?>> move)
    {
        var (data, json, id) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), IdArgument());
        var until = new Option<string>("--until") { Description = "The new end, such as \"2026-06-01 12:00\".", Required = true };
        var command = new Command(name, description) { data, json, id, until };
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, zone) =>
        {
            var end = GrantDraftOptions.Time(until.Name, parse.GetRequiredValue(until), zone, isEnd: true);
            var change = await move(desk, parse.GetValue(id), end, stop) ?? throw Absent(parse.GetValue(id));
            return GrantReports.Changed(change, parse.GetValue(json), zone, parse);
        }, stop));
        return command;
    }

    private Command CreateEnd(string name, string description, Func<IGrantDesk, Guid, CancellationToken, Task<GrantChange?>> end)
    {
        var (data, json, id) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), IdArgument());
        var command = new Command(name, description) { data, json, id };
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, zone) => GrantReports.Changed(
            await end(desk, parse.GetValue(id), stop) ?? throw Absent(parse.GetValue(id)), parse.GetValue(json), zone, parse), stop));
        return command;
    }

    private Command CreateImport()
    {
        var (data, json) = (CommandSettings.DataOption(), OrderVerbs.JsonOption());
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file (docs/temporary-access.md)." };
        var until = new Option<string>("--until") { Description = "The end for all.", Required = true };
        var from = new Option<string?>("--from") { Description = "The begin for all; otherwise now." };
        var tag = new Option<string?>("--tag") { Description = "For rows without a tag." };
        var host = new Option<string?>("--host") { Description = "For rows without a host or work order." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Change nothing, say what would change." };
        var goodRows = new Option<bool>("--good-rows") { Description = "Take over the rows that are right although others are not." };
        var command = new Command("import", "Grant access to a contractor's crew, all rows or none. Exit code 1 when a row is wrong.")
        {
            data, json, file, until, from, tag, host, dryRun, goodRows,
        };
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, zone) =>
        {
            var table = parse.GetRequiredValue(file);
            if (table.Exists && table.Length > TableReader.LargestFile)
            {
                throw new CommandFaultException($"The file is larger than {TableReader.LargestFile / 1024 / 1024} MB. Split it into several files.");
            }

            var terms = new CrewTerms(
                GrantDraftOptions.Time(until.Name, parse.GetRequiredValue(until), zone, isEnd: true),
                parse.GetValue(from) is { } begin ? GrantDraftOptions.Time(from.Name, begin, zone, isEnd: false) : null,
                parse.GetValue(tag),
                parse.GetValue(host),
                DryRun: parse.GetValue(dryRun),
                GoodRowsOnly: parse.GetValue(goodRows));
            return GrantReports.Imported(
                await desk.ImportAsync(await File.ReadAllBytesAsync(table.FullName, stop), terms, VehicleDeskOpening.By, stop), parse.GetValue(json), parse);
        }, stop));
        return command;
    }

    private static Argument<Guid> IdArgument() => new("ID") { Description = "The grant's id, from grants list." };

    private static CommandFaultException Absent(Guid id) => new($"There is no grant {id}. See grants list.");

    private Task<int> RunAsync(ParseResult parse, Option<string?> data, Func<IGrantDesk, TimeZoneInfo, Task<int>> verb, CancellationToken stop) => CommandOutcome.RunAsync(
        parse.InvocationConfiguration.Error,
        () => GrantDeskOpening.UseAsync(parse.GetValue(data), _addPerception, desk => verb(desk, VehicleDeskOpening.Zone(parse.GetValue(data))), stop));
}
