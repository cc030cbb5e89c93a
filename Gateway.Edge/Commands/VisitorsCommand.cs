using System.CommandLine;
using Gateway.Edge.Access.Visitors;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway visitors list|invite|cancel|link</c>: invitations on a resident's behalf.</summary>
internal static class VisitorsCommand
{
    public static Command Create() => new("visitors", "Invite a resident's visitor by a link, list invitations, take them back.")
    {
        CreateList(),
        CreateInvite(),
        CreateOn("cancel", "Take an invitation back: gates refuse from now on, a face is erased, the link leads nowhere.", "cancellation"),
        CreateOn("link", "Make another link for an invitation; the one before leads nowhere.", "link"),
    };

    private static Command CreateList()
    {
        var (data, json) = (CommandSettings.DataOption(), OrderVerbs.JsonOption());
        var of = new Option<Guid?>("--of") { Description = "Only the invitations of this resident." };
        var command = new Command("list", "List invitations, open ones first.") { data, json, of };
        command.SetAction((parse, stop) => RunAsync(parse, data, async gateway =>
        {
            var query = parse.GetValue(of) is { } host ? $"?host={host}" : null;
            var invitations = await gateway.GetAsync<List<InvitationView>>($"/api/visitors{query}", stop) ?? [];
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(json))
            {
                CommandOutcome.PrintJson(output, new { invitations });
                return;
            }

            foreach (var one in invitations)
            {
                output.WriteLine($"{one.Id}  {one.State,-7}  {one.From:u} .. {one.Until:u}  {one.Name}  (of {one.Host})");
            }
        }, stop));
        return command;
    }

    private static Command CreateInvite()
    {
        var data = CommandSettings.DataOption();
        var resident = new Argument<Guid>("RESIDENT") { Description = "The resident's id, from residents list." };
        var name = new Option<string>("--name") { Description = "The visitor, as the resident calls them.", Required = true };
        var until = new Option<DateTimeOffset>("--until") { Description = "When it ends, such as 2026-06-01T18:00+08:00.", Required = true };
        var from = new Option<DateTimeOffset?>("--from") { Description = "When it begins; without it, now." };
        var gate = new Option<string[]>("--gate") { Description = "A gate's id; may be given more than once. Without it, all gates." };
        var visits = new Option<int>("--visits") { Description = "How many times the visitor may come.", DefaultValueFactory = _ => 1 };
        var command = new Command("invite", "Invite a visitor on a resident's behalf; prints the path of the visitor's page, which is never shown again.")
        {
            data, resident, name, from, until, gate, visits,
        };
        command.SetAction((parse, stop) => RunAsync(parse, data, async gateway =>
        {
            var draft = new InvitationDraft(
                parse.GetRequiredValue(resident), parse.GetRequiredValue(name), parse.GetRequiredValue(until), parse.GetValue(from), parse.GetValue(gate), parse.GetValue(visits));
            Print(parse, await gateway.OrderAsync<MadeInvitation>("/api/visitors", draft, stop));
        }, stop));
        return command;
    }

    private static Command CreateOn(string verb, string description, string path)
    {
        var data = CommandSettings.DataOption();
        var invitation = new Argument<Guid>("INVITATION") { Description = "The invitation's id, from visitors list." };
        var command = new Command(verb, description) { data, invitation };
        command.SetAction((parse, stop) => RunAsync(parse, data, async gateway =>
            Print(parse, await gateway.OrderAsync<MadeInvitation>($"/api/visitors/{parse.GetRequiredValue(invitation)}/{path}", new { }, stop)), stop));
        return command;
    }

    private static void Print(ParseResult parse, MadeInvitation made) => parse.InvocationConfiguration.Output.WriteLine($"{made.Invitation.Id}  {made.Page ?? "taken back"}");

    private static Task<int> RunAsync(ParseResult parse, Option<string?> data, Func<GatewayApi, Task> work, CancellationToken stop) =>
        CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            await work(gateway);
            return 0;
        });
}
