using System.CommandLine;
using System.Globalization;
using Gateway.Edge.Alerts.Sos;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway lights list|drill|reset</c>: the running gateway's alarm streetlights.</summary>
internal static class LightsCommand
{
    public static Command Create() => new("lights", "The alarm streetlights: which are calling, drills, back to rest.")
    {
        CreateList(),
        CreateDrill(),
        CreateReset(),
    };

    private static Command CreateList()
    {
        var data = CommandSettings.DataOption();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("list", "List the lights, and which of them are calling for help.") { data, json };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var lights = await gateway.GetAsync<List<LightView>>("/api/lights", stop) ?? [];
            Print(lights, parse.GetValue(json), parse.InvocationConfiguration.Output);
            return 0;
        }));
        return command;
    }

    private static Command CreateDrill()
    {
        var data = CommandSettings.DataOption();
        var device = DeviceArgument();
        var time = new Option<TimeSpan>("--for")
        {
            Description = $"How long presses are drills, at most {DrillRequest.Longest}; 00:00:00 ends the drill.",
            DefaultValueFactory = _ => TimeSpan.FromMinutes(5),
        };
        var command = new Command("drill", "Begin a drill: presses of this button are marked as tests all the way to the station.") { data, device, time };
        command.SetAction((parse, stop) => RunAsync(parse, data, parse.GetRequiredValue(device), "drill", new DrillRequest(parse.GetValue(time)), stop));
        return command;
    }

    private static Command CreateReset()
    {
        var data = CommandSettings.DataOption();
        var device = DeviceArgument();
        var command = new Command("reset", "End the alarm under way: lamp, strobe and siren go back to rest.") { data, device };
        command.SetAction((parse, stop) => RunAsync(parse, data, parse.GetRequiredValue(device), "reset", new { }, stop));
        return command;
    }

    private static Argument<string> DeviceArgument() => new("DEVICE") { Description = "The light's id, from lights list." };

    private static Task<int> RunAsync(ParseResult parse, Option<string?> data, string device, string verb, object body, CancellationToken stop) =>
        CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var light = await gateway.PostAsync<LightView>($"/api/lights/{Uri.EscapeDataString(device)}/{verb}", body, stop)
                ?? throw new CommandFaultException($"There is no alarm streetlight {device}. See lights list.");
            Print([light], json: false, parse.InvocationConfiguration.Output);
            return 0;
        });

    private static void Print(IReadOnlyList<LightView> lights, bool json, TextWriter output)
    {
        if (json)
        {
            CommandOutcome.PrintJson(output, new { lights });
            return;
        }

        foreach (var light in lights)
        {
            output.WriteLine($"{light.Id,-16}  {State(light),-24}  {light.Name.Zh} / {light.Name.En}");
            if (light.DrillUntil is { } until)
            {
                output.WriteLine($"{"",-16}  drill until {until.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}");
            }
        }
    }

    private static string State(LightView light) => light switch
    {
        { Press: null } => "at rest",
        { Acknowledged: true } => light.Test ? "drill, acknowledged" : "calling, acknowledged",
        _ => light.Test ? "drill" : "CALLING FOR HELP",
    };
}
