using System.CommandLine;
using System.Globalization;
using Gateway.Edge.Patrols;
using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway tickets list|note</c>: the running gateway's repair tickets.</summary>
internal static class TicketsCommand
{
    public static Command Create() => new("tickets", "What needs repair.")
    {
        CreateList(),
        CreateNote(),
    };

    private static Command CreateList()
    {
        var data = CommandSettings.DataOption();
        var all = new Option<bool>("--all") { Description = "Closed tickets too, and what happened to each." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("list", "List the open tickets.") { data, all, json };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var tickets = await gateway.GetAsync<List<RepairTicket>>(parse.GetValue(all) ? "/api/tickets?all=true" : "/api/tickets", stop) ?? [];
            Print(tickets, parse.GetValue(all), parse.GetValue(json), parse.InvocationConfiguration.Output);
            return 0;
        }));
        return command;
    }

    private static Command CreateNote()
    {
        var data = CommandSettings.DataOption();
        var id = new Argument<long>("ID") { Description = "The ticket's number, from tickets list." };
        var text = new Argument<string>("TEXT") { Description = "What to remember, such as who comes when." };
        var command = new Command("note", "Add a note to a ticket.") { data, id, text };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var number = parse.GetValue(id);
            var path = string.Create(CultureInfo.InvariantCulture, $"/api/tickets/{number}/notes");
            var ticket = await gateway.PostAsync<RepairTicket>(path, new NoteRequest(parse.GetRequiredValue(text)), stop)
                ?? throw new CommandFaultException($"There is no ticket {number}. See tickets list --all.");
            Print([ticket], history: true, json: false, parse.InvocationConfiguration.Output);
            return 0;
        }));
        return command;
    }

    private static void Print(List<RepairTicket> tickets, bool history, bool json, TextWriter output)
    {
        if (json)
        {
            PatrolReports.PrintJson(new { tickets }, output);
            return;
        }

        foreach (var ticket in tickets)
        {
            var state = ticket.ClosedAt is { } closed ? $"closed {Text(closed)}" : "open";
            output.WriteLine($"{ticket.Id,5}  {ticket.Device}  {ticket.Code}{(ticket.Value is { } value ? $" ({value})" : "")}  {state}");
            output.WriteLine($"       {ticket.Name.Zh}：{ticket.Words.Zh}");
            output.WriteLine($"       {ticket.Name.En}: {ticket.Words.En}");
            output.WriteLine($"       first seen {Text(ticket.FirstSeen)}, last seen {Text(ticket.LastSeen)}, {ticket.Count} time(s)");
            foreach (var happened in history ? ticket.History : [])
            {
                output.WriteLine($"       {Text(happened.At)} {happened.What.ToString().ToLowerInvariant()}: {Words(happened)}");
            }
        }

        output.WriteLine(tickets.Count == 1 ? "1 ticket" : $"{tickets.Count} tickets");
    }

    private static string Words(TicketEvent happened) => happened.Words.Zh == happened.Words.En ? happened.Words.Zh : $"{happened.Words.Zh} / {happened.Words.En}";

    private static string Text(DateTimeOffset instant) => instant.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
