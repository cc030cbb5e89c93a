using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;
using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Console.Patrols;

/// <summary>Which tickets somebody asks for.</summary>
/// <param name="Show">One of <see cref="Parts"/>.</param>
/// <param name="Kind">Kind of device; null for all.</param>
/// <param name="Text">A part of the device's name or id, the fault's words, or the ticket's number; null for all.</param>
/// <param name="Me">Log-in name of whoever asks.</param>
public sealed record TicketFilter(string Show, string? Kind, string? Text, string? Me)
{
    public const string Work = "work";
    public const string Mine = "mine";
    public const string Done = "done";
    public const string Excused = "no-fault";
    public const string Closed = "closed";

    private const int LongestText = 64;

    /// <summary>What can be shown, in the order of the tabs.</summary>
    public static IReadOnlyList<string> Parts { get; } = [Work, Mine, Done, Closed, Excused];

    /// <summary>Reads an address; what cannot be read is left out.</summary>
    public static TicketFilter Of(string? show, string? kind, string? text, string? me) => new(
        Parts.Contains(show, StringComparer.Ordinal) ? show! : Work,
        string.IsNullOrEmpty(kind) ? null : kind,
        text?.Trim() is { Length: > 0 and <= LongestText } part ? part : null,
        me);

    /// <summary>The address of the list that shows this.</summary>
    public string Address(string path, int page = 1) => QueryAddress.Of(
        path, ("show", Show == Work ? null : Show), ("kind", Kind), ("q", Text), ("page", page == 1 ? null : $"{page}"));

    /// <summary>True for a ticket that is asked for, read in this language.</summary>
    public bool Takes(RepairTicket ticket, Language language) => IsIn(ticket, Show, Me)
        && (Kind is null || ticket.Kind == Kind)
        && (Text is not { } part || Holds(language[ticket.Name], part) || Holds(language[ticket.Words], part) || Holds(ticket.Device, part) || part.TrimStart('#') == $"{ticket.Id}");

    /// <summary>True for a ticket of that part of the list.</summary>
    public static bool IsIn(RepairTicket ticket, string part, string? me) => part switch
    {
        Work => ticket.State is TicketState.Open or TicketState.Taken,
        Mine => ticket.IsOpen && me is not null && ticket.TakenBy == me,
        Done => ticket.State == TicketState.Done,
        Excused => ticket.State == TicketState.NotAFault,
        _ => ticket.State == TicketState.Closed,
    };

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
