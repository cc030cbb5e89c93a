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
    IReadOnlyList<TicketEvent> History)
{
    private const int LongestHistory = 200;

    /// <summary>True until the fault has gone.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>The ticket with one more event; the oldest after the first makes room.</summary>
    public RepairTicket With(TicketEvent happened) => this with
    {
        History = History.Count < LongestHistory ? [.. History, happened] : [History[0], .. History.Skip(2), happened],
    };
}
