using System.CommandLine;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Csv;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway vehicles</c>: registers vehicles and looks after their stays, whether the gateway runs or not.</summary>
internal static class VehiclesCommand
{
    public static Command Create() => new("vehicles", "Register vehicles, deny them, import and export their table, see who is inside.")
    {
        CreateList(),
        CreateAdd(),
        CreateChange(),
        CreateRemove(),
        CreateDeny(),
        CreateImport(),
        CreateExport(),
        VehicleStaysCommand.Create(),
        VehicleStaysCommand.CreateOccupancy(),
        CreateSoak(),
    };

    private static Command CreateSoak()
    {
        var data = new Option<string>("--data") { Description = "A folder for this trial alone.", Required = true };
        var lanes = new Option<int>("--lanes") { Description = "Vehicles side by side.", DefaultValueFactory = _ => 8 };
        var command = new Command("soak", "Let vehicles come and go without end and print what is durable: pull the plug, then look.") { data, lanes };
        command.Hidden = true;
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(
            parse.InvocationConfiguration.Error,
            () => VehicleSoak.RunAsync(parse.GetRequiredValue(data), parse.GetValue(lanes), parse.InvocationConfiguration.Output, stop)));
        return command;
    }

    private static Command CreateList()
    {
        var (data, json) = (CommandSettings.DataOption(), OrderVerbs.JsonOption());
        var search = new Argument<string?>("SEARCH") { Description = "Part of a plate, a unit or a name.", Arity = ArgumentArity.ZeroOrOne };
        var standing = new Option<string?>("--standing") { Description = "Only resident, visitor, worker or denied." };
        var command = new Command("list", "List vehicles, phone numbers masked.") { data, json, search, standing };
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, _) =>
        {
            var only = parse.GetValue(standing) is { } word
                ? StandingWords.Parse(word) ?? throw new CommandFaultException("--standing: say resident, visitor, worker or denied.")
                : (VehicleStanding?)null;
            var vehicles = await desk.ListAsync(new VehicleFilter(parse.GetValue(search), only, Limit: 1000), stop);
            return VehicleReports.List(vehicles, parse.GetValue(json), parse.InvocationConfiguration.Output);
        }, stop));
        return command;
    }

    private static Command CreateAdd()
    {
        var (data, json, fields) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), new VehicleDraftOptions());
        var command = new Command("add", "Register a vehicle.") { data, json };
        fields.AddTo(command);
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, _) =>
        {
            var draft = fields.Read(parse, VehicleDeskOpening.Zone(parse.GetValue(data)), null);
            return VehicleReports.Changed(await desk.AddAsync(draft, VehicleDeskOpening.By, stop), parse.GetValue(json), parse);
        }, stop));
        return command;
    }

    private static Command CreateChange()
    {
        var (data, json, id, fields) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), IdArgument(), new VehicleDraftOptions());
        var command = new Command("change", "Change a vehicle; what is not named stays.") { data, json, id };
        fields.AddTo(command);
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, _) =>
        {
            var existing = await desk.ShowAsync(parse.GetValue(id), stop) ?? throw Absent(parse.GetValue(id));
            var draft = fields.Read(parse, VehicleDeskOpening.Zone(parse.GetValue(data)), existing);
            var change = await desk.ChangeAsync(existing.Id, draft, VehicleDeskOpening.By, stop) ?? throw Absent(existing.Id);
            return VehicleReports.Changed(change, parse.GetValue(json), parse);
        }, stop));
        return command;
    }

    private static Command CreateRemove()
    {
        var (data, id) = (CommandSettings.DataOption(), IdArgument());
        var command = new Command("remove", "Erase a vehicle with its name and number, or take it off the deny list.") { data, id };
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, _) =>
            await desk.RemoveAsync(parse.GetValue(id), VehicleDeskOpening.By, stop) ? 0 : throw Absent(parse.GetValue(id)), stop));
        return command;
    }

    private static Command CreateDeny()
    {
        var (data, json) = (CommandSettings.DataOption(), OrderVerbs.JsonOption());
        var plate = new Argument<string>("PLATE") { Description = "The number; a registered vehicle loses its standing." };
        var reason = new Option<string>("--reason") { Description = "Why, at most 200 characters.", Required = true };
        var until = new Option<string?>("--until") { Description = "Until when, such as \"2026-06-30\"; otherwise without an end." };
        var command = new Command("deny", "Put a plate on the deny list.") { data, json, plate, reason, until };
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, _) =>
        {
            var end = parse.GetValue(until) is { } text
                ? LocalTimes.Parse(text, VehicleDeskOpening.Zone(parse.GetValue(data)), isEnd: true) ?? throw new CommandFaultException("--until is no time. Write it like 2026-06-30.")
                : (DateTimeOffset?)null;
            var denial = new VehicleDenial(parse.GetRequiredValue(plate), parse.GetRequiredValue(reason), end);
            return VehicleReports.Changed(await desk.DenyAsync(denial, VehicleDeskOpening.By, stop), parse.GetValue(json), parse);
        }, stop));
        return command;
    }

    private static Command CreateImport()
    {
        var (data, json) = (CommandSettings.DataOption(), OrderVerbs.JsonOption());
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file (docs/vehicles.md)." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Change nothing, say what would change." };
        var command = new Command("import", "Add and change what a CSV file holds, all rows or none. Exit code 1 when a row is wrong.") { data, json, file, dryRun };
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, _) =>
        {
            var table = parse.GetRequiredValue(file);
            if (table.Exists && table.Length > VehicleTable.LargestFile)
            {
                throw new CommandFaultException($"The file is larger than {VehicleTable.LargestFile / 1024 / 1024} MB. Split it into several files.");
            }

            var report = await desk.ImportAsync(await File.ReadAllBytesAsync(table.FullName, stop), parse.GetValue(dryRun), VehicleDeskOpening.By, stop);
            return VehicleReports.Imported(report, parse.GetValue(json), parse);
        }, stop));
        return command;
    }

    private static Command CreateExport()
    {
        var data = CommandSettings.DataOption();
        var file = new Argument<FileInfo>("FILE") { Description = "Where to write the CSV file; must not exist." };
        var phones = new Option<bool>("--phones") { Description = "With whole phone numbers; goes on record." };
        var command = new Command("export", "Write the vehicles as a CSV file, for spreadsheets and for import.") { data, file, phones };
        command.SetAction((parse, stop) => RunAsync(parse, data, async (desk, _) =>
        {
            var path = parse.GetRequiredValue(file).FullName;
            if (File.Exists(path))
            {
                throw new CommandFaultException($"{path} exists already. Name another file.");
            }

            Cloud.Contract.Storage.PrivateFiles.WriteDurably(path, await desk.ExportAsync(parse.GetValue(phones), VehicleDeskOpening.By, stop));
            return 0;
        }, stop));
        return command;
    }

    private static Argument<Guid> IdArgument() => new("ID") { Description = "The vehicle's id, from vehicles list." };

    private static CommandFaultException Absent(Guid id) => new($"There is no vehicle {id}. See vehicles list.");

    private static Task<int> RunAsync(ParseResult parse, Option<string?> data, Func<IVehicleDesk, IVehicleStays, Task<int>> verb, CancellationToken stop) =>
        CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, () => VehicleDeskOpening.UseAsync(parse.GetValue(data), verb, stop));
}
