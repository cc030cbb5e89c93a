using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>Every ticket, open and closed. What opens or closes is answered, so that it can be recorded. Safe for several threads.</summary>
internal sealed class TicketBook
{
    private readonly Lock _gate = new();
    private readonly TicketStore _store;
    private readonly Dictionary<(string Device, string Code), RepairTicket> _tickets; // guarded by _gate

    public TicketBook(TicketStore store)
    {
        _store = store;
        _tickets = store.Load().ToDictionary(ticket => (ticket.Device, ticket.Code));
    }

    /// <summary>Every ticket: the open ones first, each part with the newest first.</summary>
    public IReadOnlyList<RepairTicket> All
    {
        get
        {
            lock (_gate)
            {
                return
                [
                    .. _tickets.Values
                        .OrderByDescending(ticket => ticket.IsOpen)
                        .ThenByDescending(ticket => ticket.ClosedAt ?? ticket.OpenedAt)
                        .ThenByDescending(ticket => ticket.Id),
                ];
            }
        }
    }

    /// <summary>A fault was seen: its ticket opens, opens again, or counts one more where <paramref name="counts"/> is set.</summary>
    public TicketChange? See(TicketSighting seen, DateTimeOffset now, bool counts)
    {
        lock (_gate)
        {
            var known = _tickets.GetValueOrDefault((seen.Device, seen.Code));
            if (known is { IsOpen: true })
            {
                Keep(known with
                {
                    Name = seen.Name,
                    Words = seen.Words,
                    Value = seen.Value,
                    LastSeen = now,
                    Count = counts ? known.Count + 1 : known.Count,
                }, store: counts || known.Words != seen.Words);
                return null;
            }

            var ticket = known is null
                ? new RepairTicket(NextId(), seen.Device, seen.Kind, seen.Name, seen.Code, seen.Words, seen.Value, now, now, now, 1, null, [])
                : known with { Name = seen.Name, Words = seen.Words, Value = seen.Value, OpenedAt = now, LastSeen = now, Count = known.Count + 1, ClosedAt = null };
            ticket = ticket.With(new TicketEvent(now, known is null ? TicketEventKind.Opened : TicketEventKind.Reopened, seen.Words));
            Keep(ticket, store: true);
            return new TicketChange(ticket, Opened: true, seen.State);
        }
    }

    /// <summary>A fault has gone; null where there is no open ticket.</summary>
    public TicketChange? Clear(string device, string code, DeviceState state, LocalizedText why, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_tickets.GetValueOrDefault((device, code)) is not { IsOpen: true } open)
            {
                return null;
            }

            var closed = (open with { ClosedAt = now }).With(new TicketEvent(now, TicketEventKind.Closed, why));
            Keep(closed, store: true);
            return new TicketChange(closed, Opened: false, state);
        }
    }

    /// <summary>Takes over what a patrol found, and closes what it looked for and found no more.</summary>
    public IReadOnlyList<TicketChange> Apply(PatrolReport report)
    {
        var changes = new List<TicketChange?>();
        foreach (var entry in report.Entries)
        {
            foreach (var finding in entry.Findings.Where(finding => finding.NeedsRepair))
            {
                changes.Add(See(SightingOf(entry, finding), report.Ended, counts: true));
            }

            // A check that came to nothing says nothing of what it would have found.
            var found = entry.Findings.Where(finding => finding.NeedsRepair).Select(finding => finding.Code).ToHashSet(StringComparer.Ordinal);
            var gone = OpenAt(entry.Device).Where(code => entry.Complete && !TicketCodes.FollowsState(code) && !found.Contains(code));
            changes.AddRange(gone.Select(code => Clear(entry.Device, code, entry.State, PatrolSentences.WentAway, report.Ended)));
        }

        changes.AddRange(ClearRemoved(report.Entries.Select(entry => entry.Device).ToHashSet(StringComparer.Ordinal), report.Ended));
        return [.. changes.OfType<TicketChange>()];
    }

    /// <summary>Closes the tickets of devices that no longer stand.</summary>
    public IReadOnlyList<TicketChange> ClearRemoved(IReadOnlySet<string> standing, DateTimeOffset now) =>
        [.. All.Where(ticket => ticket.IsOpen && !standing.Contains(ticket.Device))
            .Select(ticket => Clear(ticket.Device, ticket.Code, DeviceState.Offline, PatrolSentences.DeviceRemoved, now))
            .OfType<TicketChange>()];

    /// <summary>Adds a person's note; null when there is no such ticket.</summary>
    public RepairTicket? Note(long id, string text, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_tickets.Values.FirstOrDefault(ticket => ticket.Id == id) is not { } ticket)
            {
                return null;
            }

            var noted = ticket.With(new TicketEvent(now, TicketEventKind.Note, new LocalizedText(text, text)));
            Keep(noted, store: true);
            return noted;
        }
    }

    private static TicketSighting SightingOf(PatrolEntry entry, PatrolFinding finding) => new(
        entry.Device, entry.Kind, entry.Name.Localized(), entry.State, finding.Code, finding.Words.Localized(), finding.Value);

    private List<string> OpenAt(string device)
    {
        lock (_gate)
        {
            return [.. _tickets.Values.Where(ticket => ticket.IsOpen && ticket.Device == device).Select(ticket => ticket.Code)];
        }
    }

    private long NextId() => _tickets.Values.Select(ticket => ticket.Id).DefaultIfEmpty().Max() + 1;

    private void Keep(RepairTicket ticket, bool store)
    {
        _tickets[(ticket.Device, ticket.Code)] = ticket;
        if (store)
        {
            _store.Save(ticket);
        }
    }
}
