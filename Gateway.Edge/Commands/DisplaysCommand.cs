using System.CommandLine;
using Gateway.Edge.Console.GateDisplays;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway displays link|revoke</c>: the addresses of the displays at the gates.</summary>
internal static class DisplaysCommand
{
    public static Command Create() => new("displays", "The displays at the gates: what welcomes, or says why not and what else works.")
    {
        CreateLink(),
        CreateRevoke(),
    };

    private static Command CreateLink()
    {
        var (data, gate) = (CommandSettings.DataOption(), GateArgument());
        var command = new Command("link", "Print the display's address: open it on the screen at the gate. Whoever has the address sees what the gate answers, so give it to that screen alone.") { data, gate };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var link = await gateway.OrderAsync<DisplayLink>(Path(parse.GetRequiredValue(gate), "link"), new { }, stop);
            parse.InvocationConfiguration.Output.WriteLine(link.Path);
            return 0;
        }));
        return command;
    }

    private static Command CreateRevoke()
    {
        var (data, gate) = (CommandSettings.DataOption(), GateArgument());
        var command = new Command("revoke", "Make the display's address void; link prints a new one.") { data, gate };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var revocation = await gateway.OrderAsync<DisplayRevocation>(Path(parse.GetRequiredValue(gate), "revoke"), new { }, stop);
            parse.InvocationConfiguration.Output.WriteLine(revocation.WasSet ? "Its display shows nothing any more." : "It had no display.");
            return 0;
        }));
        return command;
    }

    private static string Path(string gate, string verb) => $"/api/displays/{Uri.EscapeDataString(gate)}/{verb}";

    private static Argument<string> GateArgument() => new("GATE") { Description = "The gate's id, from the hardware file." };
}
