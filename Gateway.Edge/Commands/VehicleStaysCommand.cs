using System.CommandLine;
using Gateway.Edge.Access.Vehicles.Stays;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway vehicles stays</c> and <c>occupancy</c>: who is inside, who was, and corrections by hand.</summary>
internal static class VehicleStaysCommand
{
    private delegate Task<StayChange?> Correct(IVehicleStays stays, Guid id, StayCorrection correction, CancellationToken stop);

    public static Command Create()
    {
        var (data, json) = (CommandSettings.DataOption(), OrderVerbs.JsonOption());
        var plate = new Option<string?>("--plate") { Description = "Part of a plate." };
        var inside = new Option<bool>("--inside") { Description = "Only vehicles that are inside." };
        var overstaying = new Option<bool>("--overstaying") { Description = "Only those that stay too long." };
        var limit = new Option<int>("--count", "-n") { Description = "Most to show, up to 1000.", DefaultValueFactory = _ => 50 };
        var command = new Command("stays", "List stays, the newest first; begin, end, settle or extend one by hand.")
        {
            data, json, plate, inside, overstaying, limit,
            CreateBegin(),
            CreateCorrection("end", "Note that a vehicle has left unseen.", (stays, id, correction, stop) => stays.EndAsync(id, correction, VehicleDeskOpening.By, stop)),
            CreateCorrection("settle", "Note that an overstay is settled.", (stays, id, correction, stop) => stays.SettleAsync(id, correction, VehicleDeskOpening.By, stop)),
            CreateExtend(),
        };
        command.SetAction((parse, stop) => RunAsync(parse, data, async stays =>
        {
            var filter = new StayFilter(
                parse.GetValue(plate), parse.GetValue(inside) ? true : null, parse.GetValue(overstaying), Limit: parse.GetValue(limit));
            return VehicleReports.Stays(
                await stays.ListAsync(filter, stop), parse.GetValue(json), VehicleDeskOpening.Zone(parse.GetValue(data)), parse.InvocationConfiguration.Output);
        }, stop));
        return command;
    }

    public static Command CreateOccupancy()
    {
        var (data, json) = (CommandSettings.DataOption(), OrderVerbs.JsonOption());
        var command = new Command("occupancy", "How full the compound is.") { data, json };
        command.SetAction((parse, stop) => RunAsync(parse, data, async stays =>
            VehicleReports.Occupancy(await stays.OccupancyAsync(stop), parse.GetValue(json), parse.InvocationConfiguration.Output), stop));
        return command;
    }

    private static Command CreateBegin()
    {
        var (data, json, reason) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), ReasonOption());
        var plate = new Argument<string?>("PLATE") { Description = "Its number; none where nobody knows it.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("begin", "Note that a vehicle is inside that came unseen.") { data, json, reason, plate };
        command.SetAction((parse, stop) => RunAsync(parse, data, async stays => VehicleReports.Corrected(
            await stays.BeginAsync(parse.GetValue(plate), new StayCorrection(parse.GetRequiredValue(reason)), VehicleDeskOpening.By, stop), parse.GetValue(json), parse), stop));
        return command;
    }

    private static Command CreateExtend()
    {
        var minutes = new Option<int>("--minutes") { Description = "Minutes that were paid for.", Required = true };
        var command = CreateCorrection("extend", "Add minutes that were paid for.", (stays, id, correction, stop) => stays.AddMinutesAsync(id, correction, VehicleDeskOpening.By, stop), minutes);
        command.Options.Add(minutes);
        return command;
    }

    private static Command CreateCorrection(string verb, string description, Correct correct, Option<int>? minutes = null)
    {
        var (data, json, reason) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), ReasonOption());
        var id = new Argument<Guid>("ID") { Description = "The stay's id, from vehicles stays." };
        var command = new Command(verb, description) { data, json, reason, id };
        command.SetAction((parse, stop) => RunAsync(parse, data, async stays =>
        {
            var correction = new StayCorrection(parse.GetRequiredValue(reason), Minutes: minutes is null ? null : parse.GetValue(minutes));
            var change = await correct(stays, parse.GetValue(id), correction, stop)
                ?? throw new CommandFaultException($"There is no stay {parse.GetValue(id)}. See vehicles stays.");
            return VehicleReports.Corrected(change, parse.GetValue(json), parse);
        }, stop));
        return command;
    }

    private static Option<string> ReasonOption() => new("--reason") { Description = "Why, without names or phone numbers.", Required = true };

    private static Task<int> RunAsync(ParseResult parse, Option<string?> data, Func<IVehicleStays, Task<int>> verb, CancellationToken stop) =>
        CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, () => VehicleDeskOpening.UseAsync(parse.GetValue(data), (_, stays) => verb(stays), stop));
}
