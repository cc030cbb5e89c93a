using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Tests.Patrols.Tickets;

public sealed class TicketActsTests
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly RepairTicket s_open = new(1, "gate-1", "face-gate", new("东门", "East gate"), "clock-drift", new("x", "x"), null, s_now, s_now, s_now, 1, null, []);

    [Fact]
    public void Ticket_is_taken_and_taken_over_but_not_taken_twice_by_the_same()
    {
        var taken = TicketActs.Take(s_open, "li", s_now)!;
        var over = TicketActs.Take(taken, "wang", s_now)!;

        Assert.Equal((TicketState.Taken, "li"), (taken.State, taken.TakenBy));
        Assert.Null(TicketActs.Take(taken, "li", s_now));
        Assert.Equal("wang", over.TakenBy);
        Assert.Equal(["li", "wang"], over.History.Select(happened => happened.By));
    }

    [Fact]
    public void What_is_reported_mended_stays_open_and_is_reported_once()
    {
        var done = TicketActs.Done(s_open, "换了电池", "li", s_now)!;

        Assert.Equal((true, TicketState.Done, "li", s_now), (done.IsOpen, done.State, done.TakenBy, done.DoneAt));
        Assert.Equal("换了电池", done.History[^1].Words.En);
        Assert.Null(TicketActs.Done(done, "again", "li", s_now));
        Assert.Equal(TicketState.Taken, TicketActs.Take(done, "li", s_now)!.State);
    }

    [Fact]
    public void What_is_called_no_fault_is_closed_and_quiet_until_somebody_opens_it_again()
    {
        var excused = TicketActs.NotAFault(s_open, "季节性关闭", "li", s_now)!;
        Assert.Equal((false, TicketState.NotAFault, s_now + TicketActs.Excuse), (excused.IsOpen, excused.State, excused.ExcusedUntil));
        Assert.Null(TicketActs.NotAFault(excused, "again", "li", s_now));
        Assert.Null(TicketActs.Take(excused, "li", s_now));
        Assert.Null(TicketActs.Done(excused, "x", "li", s_now));

        var again = TicketActs.Reopen(excused, "不对", "wang", s_now)!;
        Assert.Equal((TicketState.Open, null, null), (again.State, again.ExcusedUntil, again.TakenBy));
        Assert.Null(TicketActs.Reopen(again, "x", "wang", s_now));
    }

    [Fact]
    public void Note_is_added_to_open_and_closed_tickets_alike()
    {
        Assert.Equal("a", TicketActs.Note(s_open, "a", "li", s_now).History[^1].Words.Zh);
        Assert.Equal("li", TicketActs.Note(s_open with { ClosedAt = s_now }, "a", "li", s_now).History[^1].By);
    }
}
