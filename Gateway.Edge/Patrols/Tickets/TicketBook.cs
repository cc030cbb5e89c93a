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
            if (known is { IsOpen: true, DoneAt: { } done } && (counts || now - done >= TicketCodes.GraceAfterDone(seen.Code)))
            {
                var back = (Seen(known, seen, now) with { DoneAt = null, Count = known.Count + 1 })
                    .With(new TicketEvent(now, TicketEventKind.Reopened, PatrolSentences.NotMended(seen.Words)));
                Keep(back, store: true);
                return new TicketChange(back, Opened: true, seen.State);
            }

            if (known is { IsOpen: false, ExcusedUntil: { } until } && until > now)
            {
                Keep(Seen(known, seen, now) with { Count = counts ? known.Count + 1 : known.Count }, store: counts);
                return null;
            }

            if (known is { IsOpen: true })
            {
                Keep(Seen(known, seen, now) with
                {
                    Count = counts ? known.Count + 1 : known.Count,
                }, store: counts || known.Words != seen.Words);
                return null;
            }

            var ticket = known is null
                ? new RepairTicket(NextId(), seen.Device, seen.Kind, seen.Name, seen.Code, seen.Words, seen.Value, now, now, now, 1, null, [])
                : Seen(known, seen, now) with { OpenedAt = now, Count = known.Count + 1, ClosedAt = null, TakenBy = null, DoneAt = null, ExcusedUntil = null };
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
            changes.AddRange(gone.Select(code => Sound(entry, code, report.Ended)));
        }

        changes.AddRange(ClearRemoved(report.Entries.Select(entry => entry.Device).ToHashSet(StringComparer.Ordinal), report.Ended));
        return [.. changes.OfType<TicketChange>()];
    }

    /// <summary>Closes the tickets of devices that no longer stand.</summary>
    public IReadOnlyList<TicketChange> ClearRemoved(IReadOnlySet<string> standing, DateTimeOffset now) =>
        [.. All.Where(ticket => ticket.IsOpen && !standing.Contains(ticket.Device))
            .Select(ticket => Clear(ticket.Device, ticket.Code, DeviceState.Offline, PatrolSentences.DeviceRemoved, now))
            .OfType<TicketChange>()];

    /// <summary>Changes a ticket for a person; null when there is no such ticket or <paramref name="change"/> does not fit it.</summary>
    public RepairTicket? Change(long id, Func<RepairTicket, RepairTicket?> change)
    {
        lock (_gate)
        {
            if (_tickets.Values.FirstOrDefault(ticket => ticket.Id == id) is not { } ticket || change(ticket) is not { } changed)
            {
                return null;
            }

            Keep(changed, store: true);
            return changed;
        }
    }

    /// <summary>The ticket of that number; null when there is none.</summary>
    public RepairTicket? Find(long id)
    {
        lock (_gate)
        {
            return _tickets.Values.FirstOrDefault(ticket => ticket.Id == id);
        }
    }

    /// <summary>Adds a person's note; null when there is no such ticket.</summary>
    public RepairTicket? Note(long id, string text, DateTimeOffset now) => Change(id, ticket => TicketActs.Note(ticket, text, by: null, now));

    private static RepairTicket Seen(RepairTicket known, TicketSighting seen, DateTimeOffset now) =>
        known with { Name = seen.Name, Words = seen.Words, Value = seen.Value, LastSeen = now, SoundPatrols = 0 };

    // One sound patrol may be luck with a fault that comes and goes; where somebody says that it is mended, it bears that out.
    private TicketChange? Sound(PatrolEntry entry, string code, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_tickets.GetValueOrDefault((entry.Device, code)) is { IsOpen: true, DoneAt: null } open && open.SoundPatrols + 1 < TicketCodes.SoundPatrolsToClose)
            {
                Keep(open with { SoundPatrols = open.SoundPatrols + 1 }, store: true);
                return null;
            }

            return Clear(entry.Device, code, entry.State, PatrolSentences.WentAway, now);
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
