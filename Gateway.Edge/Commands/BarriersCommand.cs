using System.CommandLine;
using Gateway.Edge.Alerts.Barriers;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway barriers list|raise|lower|stop|mode</c>: the running gateway's vehicle barriers.</summary>
internal static class BarriersCommand
{
    public static Command Create() => new("barriers", "The vehicle barriers: how they stand, raise, lower, stop, mode. Exit code 1 when the barrier did not do it.")
    {
        CreateList(),
        CreateOrder("raise", "Let one vehicle through; while the arm is up, one more."),
        CreateOrder("lower", "Lower the arm if nothing stands under it."),
        CreateOrder("stop", "Stop the arm where it is."),
        CreateMode(),
    };

    private static Command CreateList()
    {
        var data = CommandSettings.DataOption();
        var json = OrderVerbs.JsonOption();
        var command = new Command("list", "List the barriers with position, mode, whether plates decide, and the vehicles before the arm.") { data, json };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var barriers = await gateway.GetAsync<List<BarrierStatus>>("/api/barriers", stop) ?? [];
            Print(barriers, parse.GetValue(json), parse.InvocationConfiguration.Output);
            return 0;
        }));
        return command;
    }

    private static Command CreateOrder(string verb, string description)
    {
        var (data, json, reason, device) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), OrderVerbs.ReasonOption(), DeviceArgument());
        var command = new Command(verb, description) { data, json, reason, device };
        command.SetAction((parse, stop) => OrderVerbs.RunAsync(
            parse,
            parse.GetValue(data),
            parse.GetValue(json),
            OrderVerbs.Path("barriers", parse.GetRequiredValue(device), verb),
            parse.GetValue(reason),
            stop));
        return command;
    }

    private static Command CreateMode()
    {
        var (data, json, reason, device) = (CommandSettings.DataOption(), OrderVerbs.JsonOption(), OrderVerbs.ReasonOption(), DeviceArgument());
        var mode = new Argument<string>("MODE")
        {
            Description = "automatic: closes by itself; manual: moves on orders alone; held-up: stays up until another mode is chosen.",
        };
        mode.AcceptOnlyFromAmong("automatic", "manual", "held-up");
        var command = new Command("mode", "Choose who decides when the arm moves; also ends a fire override once the fire input is off.")
        {
            data, json, reason, device, mode,
        };
        command.SetAction((parse, stop) => OrderVerbs.RunAsync(
            parse,
            parse.GetValue(data),
            parse.GetValue(json),
            OrderVerbs.Path("barriers", parse.GetRequiredValue(device), "mode", parse.GetRequiredValue(mode)),
            parse.GetValue(reason),
            stop));
        return command;
    }

    private static Argument<string> DeviceArgument() => new("ID") { Description = "The barrier's id, from barriers list." };

    private static void Print(IReadOnlyList<BarrierStatus> barriers, bool json, TextWriter output)
    {
        if (json)
        {
            CommandOutcome.PrintJson(output, new { barriers });
            return;
        }

        foreach (var barrier in barriers)
        {
            output.WriteLine($"{barrier.Id,-16}  {barrier.Position,-8}  {barrier.Mode,-12}  {LaneOf(barrier),-8}  {barrier.Name.Zh} / {barrier.Name.En}");
            if (barrier.Trouble is { } trouble)
            {
                output.WriteLine($"  {trouble.Zh}\n  {trouble.En}");
            }

            foreach (var vehicle in barrier.Vehicles)
            {
                output.WriteLine($"  {vehicle.Plate ?? "-",-10}  {vehicle.State,-8}  {vehicle.Outcome ?? "-",-14}  {vehicle.Reason?.Zh} {vehicle.Reason?.En}".TrimEnd());
            }
        }
    }

    private static string LaneOf(BarrierStatus barrier) => barrier.Lane switch
    {
        nameof(LaneSight.Works) => "plates",
        nameof(LaneSight.ByHand) => "by-hand",
        nameof(LaneSight.Starting) => "starting",
        _ => "-",
    };
}
