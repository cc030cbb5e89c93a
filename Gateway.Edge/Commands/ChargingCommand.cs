using System.CommandLine;
using System.Globalization;
using Gateway.Edge.Alerts.Charging;
using Gateway.Edge.Orders;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway charging list|on|off|contactor</c>: the running gateway's charging points.</summary>
internal static class ChargingCommand
{
    public static Command Create() => new("charging", "The charging points: outlets with their meters, on, off, the contactor.")
    {
        CreateList(),
        CreateOn(),
        CreateOff(),
        CreateContactor(),
    };

    private static Command CreateList()
    {
        var data = CommandSettings.DataOption();
        var json = OrderVerbs.JsonOption();
        var device = new Argument<string?>("ID") { Description = "One charging point alone.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("list", "List every outlet with its state and what its meter shows.") { data, json, device };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var points = await gateway.GetAsync<List<ShedView>>("/api/charging", stop) ?? [];
            Print(parse.GetValue(device) is { } id ? [One(id, points)] : points, parse.GetValue(json), parse.InvocationConfiguration.Output);
            return 0;
        }));
        return command;
    }

    private static Command CreateOn()
    {
        var (data, json, device, outlet) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), DeviceArgument(), OutletArgument());
        var command = new Command("on", "Switch an outlet on, unless it must not be on now.") { data, json, device, outlet };
        command.SetAction((parse, stop) => OrderVerbs.RunAsync(
            parse,
            parse.GetValue(data),
            parse.GetValue(json),
            OrderVerbs.Path("charging", parse.GetRequiredValue(device), "outlets", parse.GetRequiredValue(outlet), "on"),
            why: null,
            stop));
        return command;
    }

    private static Command CreateOff()
    {
        var (data, json, device, outlet) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), DeviceArgument(), OutletArgument());
        var reason = OrderVerbs.ReasonOption();
        var command = new Command("off", "Cut an outlet off.") { data, json, reason, device, outlet };
        command.SetAction((parse, stop) => OrderVerbs.RunAsync(
            parse,
            parse.GetValue(data),
            parse.GetValue(json),
            OrderVerbs.Path("charging", parse.GetRequiredValue(device), "outlets", parse.GetRequiredValue(outlet), "off"),
            parse.GetValue(reason),
            stop));
        return command;
    }

    private static Command CreateContactor()
    {
        var (data, json, reason, device) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), OrderVerbs.ReasonOption(), DeviceArgument());
        var what = new Argument<string>("WHAT") { Description = "open cuts the whole charging point off; close only after somebody has looked." };
        what.AcceptOnlyFromAmong("open", "close");
        var command = new Command("contactor", "Open or close a charging point's contactor.") { data, json, reason, device, what };
        command.SetAction((parse, stop) => OrderVerbs.RunAsync(
            parse,
            parse.GetValue(data),
            parse.GetValue(json),
            OrderVerbs.Path("charging", parse.GetRequiredValue(device), "contactor", parse.GetRequiredValue(what)),
            parse.GetValue(reason),
            stop));
        return command;
    }

    private static Argument<string> DeviceArgument() => new("ID") { Description = "The charging point's id, from charging list." };

    private static Argument<string> OutletArgument() => new("OUTLET") { Description = "The outlet, from charging list." };

    private static ShedView One(string id, List<ShedView> points) => points.Find(point => string.Equals(point.Id, id, StringComparison.Ordinal))
        ?? throw new CommandFaultException(OrderTargets.Absent("charging point", id, points.Select(point => point.Id), "charging list"));

    private static void Print(IReadOnlyList<ShedView> points, bool json, TextWriter output)
    {
        if (json)
        {
            CommandOutcome.PrintJson(output, new { points });
            return;
        }

        foreach (var point in points)
        {
            output.WriteLine($"{point.Id}  {point.Name.Zh} / {point.Name.En}");
            foreach (var outlet in point.Outlets)
            {
                output.WriteLine(
                    $"  {outlet.Id,-4}  {outlet.State,-10}  {Number(outlet.PowerWatts, "0.#"),8} W  {Number(outlet.EnergyWattHours, "0"),8} Wh"
                    + $"  {Number(outlet.TemperatureCelsius, "0.#"),6} °C  {outlet.Reason.Zh} / {outlet.Reason.En}");
            }
        }
    }

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
