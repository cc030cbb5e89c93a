using System.CommandLine;
using Gateway.Edge.Access.Passes;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway passes list|card|code|pin|revoke</c>: ways through the gates that need no face.</summary>
internal static class PassesCommand
{
    public static Command Create() => new("passes", "Cards, codes and PINs that open gates without a face: list, give, take back.")
    {
        CreateList(),
        CreateCard(),
        CreateCode(),
        CreatePin(),
        CreateRevoke(),
    };

    private static Command CreateList()
    {
        var (data, json) = (CommandSettings.DataOption(), OrderVerbs.JsonOption());
        var of = new Option<Guid?>("--of") { Description = "Only the passes of this person." };
        var command = new Command("list", "List the passes, newest first.") { data, json, of };
        command.SetAction((parse, stop) => RunAsync(parse, data, async gateway =>
        {
            var query = parse.GetValue(of) is { } subject ? $"?subject={subject}" : null;
            var passes = await gateway.GetAsync<List<Pass>>($"/api/passes{query}", stop) ?? [];
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(json))
            {
                CommandOutcome.PrintJson(output, new { passes });
                return;
            }

            foreach (var pass in passes)
            {
                var end = pass.Revoked is { } revoked ? $"taken back {revoked:u}" : pass.Until is { } until ? $"until {until:u}" : "no end";
                output.WriteLine($"{pass.Id}  {pass.Subject}  {pass.Kind,-4}  {(pass.Hint is null ? "" : "***" + pass.Hint),-6}  {end}");
            }
        }, stop));
        return command;
    }

    private static Command CreateCard()
    {
        var (data, until, person) = (CommandSettings.DataOption(), UntilOption(), PersonArgument());
        var command = new Command("card", "Give a person a card. Its number is read from the standard input: type it, or hold the card to a reader that types.") { data, until, person };
        command.SetAction((parse, stop) => RunAsync(parse, data, async gateway =>
        {
            parse.InvocationConfiguration.Error.Write("The card's number: ");
            var card = await System.Console.In.ReadLineAsync(stop) ?? throw new CommandFaultException("No number came from the standard input.");
            var issued = await gateway.OrderAsync<IssuedPass>("/api/passes", new PassRequest(parse.GetRequiredValue(person), card.Trim(), parse.GetValue(until)), stop);
            parse.InvocationConfiguration.Output.WriteLine($"{issued.Pass.Id}  card ***{issued.Pass.Hint}");
        }, stop));
        return command;
    }

    private static Command CreateCode()
    {
        var (data, until, person) = (CommandSettings.DataOption(), UntilOption(), PersonArgument());
        var command = new Command("code", "Give a person a code for the phone; prints the path of its page. Whoever has it can pass: send it to that person alone.") { data, until, person };
        command.SetAction((parse, stop) => RunAsync(parse, data, async gateway =>
        {
            var issued = await gateway.OrderAsync<IssuedPass>("/api/passes", new PassRequest(parse.GetRequiredValue(person), Card: null, parse.GetValue(until)), stop);
            parse.InvocationConfiguration.Output.WriteLine($"{issued.Pass.Id}  {issued.Page}");
        }, stop));
        return command;
    }

    private static Command CreatePin()
    {
        var (data, until, person) = (CommandSettings.DataOption(), UntilOption(), PersonArgument());
        var command = new Command("pin", "Give a person a PIN, made by the gateway and printed this once; a PIN that the person had is taken back.") { data, until, person };
        command.SetAction((parse, stop) => RunAsync(parse, data, async gateway =>
        {
            var issued = await gateway.OrderAsync<IssuedPass>("/api/passes", new PassRequest(parse.GetRequiredValue(person), Card: null, parse.GetValue(until), Pin: true), stop);
            parse.InvocationConfiguration.Output.WriteLine($"{issued.Pass.Id}  {issued.Pin}");
        }, stop));
        return command;
    }

    private static Command CreateRevoke()
    {
        var data = CommandSettings.DataOption();
        var pass = new Argument<Guid>("PASS") { Description = "The pass's id, from passes list." };
        var command = new Command("revoke", "Take a pass back; it opens nothing from now on.") { data, pass };
        command.SetAction((parse, stop) => RunAsync(
            parse, data, gateway => gateway.OrderAsync<Pass>($"/api/passes/{parse.GetRequiredValue(pass)}/revoke", new { }, stop), stop));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parse, Option<string?> data, Func<GatewayApi, Task> work, CancellationToken stop) =>
        CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            await work(gateway);
            return 0;
        });

    private static Argument<Guid> PersonArgument() => new("PERSON") { Description = "The person's id, such as from residents list." };

    private static Option<DateTimeOffset?> UntilOption() => new("--until") { Description = "When it ends, such as 2026-06-01T18:00+08:00; without it, as long as the person may pass." };
}
