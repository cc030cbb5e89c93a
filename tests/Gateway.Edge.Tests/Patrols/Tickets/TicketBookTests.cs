using Gateway.Drivers.Devices;
using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Tests.Patrols.Tickets;

public sealed class TicketBookTests : IDisposable
{
    private readonly UpkeepFixture _upkeep = new();
    private readonly FoundAt _gate = new();

    public TicketBookTests() => _upkeep.Devices.Set("gate-1", DeviceState.Online, check: _gate);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Finding_that_stays_is_one_ticket_that_counts_and_closes_itself_when_it_has_gone()
    {
        _gate.Findings.Add(FoundAt.Repair("clock-drift"));
        var opened = _upkeep.Time.GetUtcNow();
        await PatrolAsync();
        await PatrolAsync();
        var ticket = Assert.Single(_upkeep.Book.All);
        Assert.Equal((1L, 2, true, opened), (ticket.Id, ticket.Count, ticket.IsOpen, ticket.FirstSeen));
        Assert.True(ticket.LastSeen > opened);

        _gate.Findings.Clear();
        await PatrolAsync();
        Assert.Equal((true, 1), (_upkeep.Book.All[0].IsOpen, _upkeep.Book.All[0].SoundPatrols));
        await PatrolAsync();

        ticket = Assert.Single(_upkeep.Book.All);
        Assert.False(ticket.IsOpen);
        Assert.Equal([TicketEventKind.Opened, TicketEventKind.Closed], ticket.History.Select(happened => happened.What));
        Assert.Equal(["ticket-opened", "ticket-closed"], _upkeep.Told.Select(told => told.Code).Where(code => code != "patrol-report"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Fault_that_comes_back_reopens_its_ticket_with_its_history_also_after_a_restart()
    {
        _gate.Findings.Add(FoundAt.Repair("clock-drift"));
        await PatrolAsync();
        var first = _upkeep.Book.All[0].FirstSeen;
        Assert.NotNull(_upkeep.Book.Note(1, "电工周四上门", _upkeep.Time.GetUtcNow()));
        _gate.Findings.Clear();
        await PatrolAsync();
        _upkeep.Restart();
        await PatrolAsync();
        _upkeep.Restart();
        _gate.Findings.Add(FoundAt.Repair("clock-drift"));
        await PatrolAsync();
        _upkeep.Restart();

        var ticket = Assert.Single(_upkeep.Book.All);
        Assert.Equal((1L, true, 2, first), (ticket.Id, ticket.IsOpen, ticket.Count, ticket.FirstSeen));
        Assert.Equal(
            [TicketEventKind.Opened, TicketEventKind.Note, TicketEventKind.Closed, TicketEventKind.Reopened], ticket.History.Select(happened => happened.What));
        Assert.Equal("电工周四上门", ticket.History[1].Words.Zh);
    }

    [Fact(Timeout = 60_000)]
    public async Task Check_that_came_to_nothing_closes_no_ticket()
    {
        _gate.Findings.Add(FoundAt.Repair("clock-drift"));
        await PatrolAsync();

        _gate.Fault = new DeviceFaultException("No answer.");
        await PatrolAsync();
        Assert.Equal(["check-failed", "clock-drift"], OpenCodes());

        _gate.Fault = null;
        await PatrolAsync();
        await PatrolAsync();
        Assert.Equal(["clock-drift"], OpenCodes());
    }

    [Fact(Timeout = 60_000)]
    public async Task One_sound_patrol_between_two_findings_closes_nothing()
    {
        for (var round = 0; round < 3; round++)
        {
            _gate.Findings.Add(FoundAt.Repair("clock-drift"));
            await PatrolAsync();
            _gate.Findings.Clear();
            await PatrolAsync();
        }

        var ticket = Assert.Single(_upkeep.Book.All);
        Assert.Equal((true, 3), (ticket.IsOpen, ticket.Count));
        Assert.Equal([TicketEventKind.Opened], ticket.History.Select(happened => happened.What));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_reported_mended_closes_with_the_next_sound_patrol()
    {
        _gate.Findings.Add(FoundAt.Repair("clock-drift"));
        await PatrolAsync();
        Act(ticket => TicketActs.Done(ticket, "换了电池", "li", Now));
        Assert.Equal(TicketState.Done, _upkeep.Book.Find(1)!.State);

        _gate.Findings.Clear();
        await PatrolAsync();

        Assert.Equal(TicketState.Closed, _upkeep.Book.Find(1)!.State);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_reported_mended_and_is_found_again_opens_again_and_is_told()
    {
        _gate.Findings.Add(FoundAt.Repair("clock-drift"));
        await PatrolAsync();
        Act(ticket => TicketActs.Done(ticket, "换了电池", "li", Now));
        await PatrolAsync();

        var ticket = _upkeep.Book.Find(1)!;
        Assert.Equal((TicketState.Taken, "li", 2), (ticket.State, ticket.TakenBy, ticket.Count));
        Assert.Contains("after it was reported mended", ticket.History[^1].Words.En, StringComparison.Ordinal);
        Assert.Equal(2, _upkeep.Told.Count(told => told.Code == "ticket-opened"));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_called_no_fault_stays_closed_for_30_days_also_after_a_restart_and_then_comes_back()
    {
        _gate.Findings.Add(FoundAt.Repair("clock-drift"));
        await PatrolAsync();
        Act(ticket => TicketActs.NotAFault(ticket, "时钟由别处校准", "li", Now));
        for (var day = 0; day < 29; day++)
        {
            await PatrolAsync();
            _upkeep.Restart();
            await PatrolAsync();
        }

        Assert.Equal((TicketState.NotAFault, 59), (_upkeep.Book.Find(1)!.State, _upkeep.Book.Find(1)!.Count));
        _upkeep.Time.Advance(TimeSpan.FromDays(2));
        await PatrolAsync();

        Assert.Equal((TicketState.Open, null), (_upkeep.Book.Find(1)!.State, _upkeep.Book.Find(1)!.ExcusedUntil));
    }

    [Fact]
    public void Ticket_of_an_earlier_version_is_read()
    {
        const string Earlier = """
            {"id":1,"device":"gate-1","kind":"face-gate","name":{"zh":"东门","en":"East gate"},"code":"clock-drift","words":{"zh":"x","en":"x"},"value":null,
             "firstSeen":"2026-01-01T00:00:00+00:00","openedAt":"2026-01-01T00:00:00+00:00","lastSeen":"2026-01-01T00:00:00+00:00","count":3,"closedAt":null,
             "history":[{"at":"2026-01-01T00:00:00+00:00","what":"Opened","words":{"zh":"x","en":"x"}}],"isOpen":true}
            """;

        var ticket = System.Text.Json.JsonSerializer.Deserialize<RepairTicket>(Earlier, Gateway.Edge.Patrols.PatrolJson.Options)!;

        Assert.Equal((TicketState.Open, 0, null), (ticket.State, ticket.SoundPatrols, ticket.History[0].By));
    }

    [Fact(Timeout = 60_000)]
    public async Task Finding_for_information_opens_no_ticket()
    {
        _gate.Findings.Add(FoundAt.Repair("self-test-age") with { NeedsRepair = false });

        await PatrolAsync();

        Assert.Empty(_upkeep.Book.All);
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_left_the_hardware_file_takes_its_tickets_with_it()
    {
        _gate.Findings.Add(FoundAt.Repair("clock-drift"));
        await PatrolAsync();

        _upkeep.Devices.Remove("gate-1");
        await PatrolAsync();

        var ticket = Assert.Single(_upkeep.Book.All);
        Assert.False(ticket.IsOpen);
        Assert.Contains("hardware file", ticket.History[^1].Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_history_keeps_its_beginning_and_its_end()
    {
        var ticket = new RepairTicket(1, "gate-1", "face-gate", new("东门", "East gate"), "flapping", new("x", "x"), null, default, default, default, 1, null, []);
        for (var number = 0; number < 500; number++)
        {
            ticket = ticket.With(new TicketEvent(DateTimeOffset.UnixEpoch.AddSeconds(number), TicketEventKind.Note, new($"{number}", $"{number}")));
        }

        Assert.Equal((200, "0", "499"), (ticket.History.Count, ticket.History[0].Words.En, ticket.History[^1].Words.En));
    }

    [Fact]
    public void Note_for_an_unknown_ticket_is_refused() => Assert.Null(_upkeep.Book.Note(7, "x", _upkeep.Time.GetUtcNow()));

    public void Dispose() => _upkeep.Dispose();

    private DateTimeOffset Now => _upkeep.Time.GetUtcNow();

    private void Act(Func<RepairTicket, RepairTicket?> act) => Assert.NotNull(_upkeep.Book.Change(1, act));

    private IEnumerable<string> OpenCodes() => _upkeep.Book.All.Where(ticket => ticket.IsOpen).Select(ticket => ticket.Code).Order(StringComparer.Ordinal);

    private async Task PatrolAsync()
    {
        await _upkeep.Patrols.RunAsync(Stop);
        _upkeep.Time.Advance(TimeSpan.FromHours(12));
    }
}
