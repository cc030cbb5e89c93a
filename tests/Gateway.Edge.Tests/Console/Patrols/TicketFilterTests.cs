using Gateway.Edge.Console.Patrols;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Tests.Console.Patrols;

public sealed class TicketFilterTests
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly RepairTicket s_ticket = new(
        12, "gate-1", "face-gate", new("东门", "East gate"), "clock-drift", new("时钟偏差", "The clock is off"), null, s_now, s_now, s_now, 1, null, []);

    [Theory]
    [InlineData("东", true)]
    [InlineData("GATE-1", true)]
    [InlineData("时钟", true)]
    [InlineData("#12", true)]
    [InlineData("12", true)]
    [InlineData("1", true)] // of gate-1
    [InlineData("2", false)]
    [InlineData("clock is", false)] // in the other language
    public void Text_is_looked_for_in_device_fault_and_number(string text, bool found) =>
        Assert.Equal(found, TicketFilter.Of(null, null, text, null).Takes(s_ticket, Language.Chinese));

    [Fact]
    public void Each_ticket_is_in_its_part_and_mine_are_those_that_I_took()
    {
        var taken = TicketActs.Take(s_ticket, "li", s_now)!;
        var done = TicketActs.Done(taken, "x", "li", s_now)!;
        var closed = s_ticket with { ClosedAt = s_now };
        var excused = TicketActs.NotAFault(s_ticket, "x", "li", s_now)!;

        Assert.Equal(["work"], PartsOf(s_ticket));
        Assert.Equal(["work", "mine"], PartsOf(taken));
        Assert.Equal(["mine", "done"], PartsOf(done));
        Assert.Equal(["closed"], PartsOf(closed));
        Assert.Equal(["no-fault"], PartsOf(excused));
        Assert.DoesNotContain("mine", TicketFilter.Parts.Where(part => TicketFilter.IsIn(taken, part, me: null)));
    }

    [Fact]
    public void What_makes_no_sense_is_left_out_and_addresses_carry_what_does()
    {
        var filter = TicketFilter.Of("<script>", "", new string('x', 65), "li");
        Assert.Equal(new TicketFilter("work", null, null, "li"), filter);
        Assert.Equal("/patrols", filter.Address("/patrols"));
        Assert.Equal("/patrols?show=done&kind=face-gate&q=a%26b&page=2", TicketFilter.Of("done", "face-gate", " a&b ", null).Address("/patrols", 2));
    }

    private static IEnumerable<string> PartsOf(RepairTicket ticket) => TicketFilter.Parts.Where(part => TicketFilter.IsIn(ticket, part, "li"));
}
