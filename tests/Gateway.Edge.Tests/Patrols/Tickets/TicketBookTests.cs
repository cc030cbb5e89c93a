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
        Assert.Equal(["clock-drift"], OpenCodes());
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

    private IEnumerable<string> OpenCodes() => _upkeep.Book.All.Where(ticket => ticket.IsOpen).Select(ticket => ticket.Code).Order(StringComparer.Ordinal);

    private async Task PatrolAsync()
    {
        await _upkeep.Patrols.RunAsync(Stop);
        _upkeep.Time.Advance(TimeSpan.FromHours(12));
    }
}
