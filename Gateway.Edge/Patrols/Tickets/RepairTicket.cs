using Gateway.Cloud.Contract;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>A fault of a device that somebody has to mend: one for each device and code, reopened when the fault comes back. Immutable.</summary>
/// <param name="Id">Number for people, from 1.</param>
/// <param name="Device">Device id; a bus's begins with <c>bus.</c>.</param>
/// <param name="Kind">Kind of device.</param>
/// <param name="Name">What people call the device.</param>
/// <param name="Code">Stable cause, such as <c>not-working</c> or <c>clock-drift</c>.</param>
/// <param name="Words">What is wrong and what to do.</param>
/// <param name="Value">The measured value; null where there is none.</param>
/// <param name="FirstSeen">When the fault was seen first of all.</param>
/// <param name="OpenedAt">When it was opened for the last time.</param>
/// <param name="LastSeen">When the fault was seen last.</param>
/// <param name="Count">Times the fault was reported: by a patrol, or by the device's state where that opened the ticket.</param>
/// <param name="ClosedAt">When the fault had gone; null while open.</param>
/// <param name="History">What happened, oldest first; bounded.</param>
/// <param name="TakenBy">Log-in name of whoever sees to it; null for nobody.</param>
/// <param name="DoneAt">When somebody said that it is mended, which the next look at the device has to bear out; null while nobody has.</param>
/// <param name="ExcusedUntil">Until when somebody said that this is no fault: a closed ticket stays closed until then; null where nobody has.</param>
/// <param name="SoundPatrols">Patrols in a row that looked and did not find the fault of an open ticket.</param>
public sealed record RepairTicket(
    long Id,
    string Device,
    string Kind,
    LocalizedText Name,
    string Code,
    LocalizedText Words,
    string? Value,
    DateTimeOffset FirstSeen,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastSeen,
    int Count,
    DateTimeOffset? ClosedAt,
    IReadOnlyList<TicketEvent> History,
    string? TakenBy = null,
    DateTimeOffset? DoneAt = null,
    DateTimeOffset? ExcusedUntil = null,
    int SoundPatrols = 0)
{
    private const int LongestHistory = 200;

    /// <summary>True until the fault has gone.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>How it stands.</summary>
    public TicketState State => IsOpen
        ? DoneAt is not null ? TicketState.Done : TakenBy is not null ? TicketState.Taken : TicketState.Open
        : ExcusedUntil is not null ? TicketState.NotAFault : TicketState.Closed;

    /// <summary>The ticket with one more event; the oldest after the first makes room.</summary>
    public RepairTicket With(TicketEvent happened) => this with
    {
        History = History.Count < LongestHistory ? [.. History, happened] : [History[0], .. History.Skip(2), happened],
    };
}
