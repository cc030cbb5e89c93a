using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Tests.Console.Status;

public sealed class UplinkFactsTests
{
    [Fact]
    public void Connected_uplink_with_nothing_waiting_needs_nobody()
    {
        var uplink = new UplinkAt(Connected: true);

        Assert.Empty(UplinkFacts.Attention(uplink));
        Assert.Equal(["已连接", "全部已确认", "尚无"], UplinkFacts.Of(uplink).Select(fact => fact.Value?.Zh));
    }

    [Fact]
    public void Lost_connection_is_told_with_what_waits_and_that_gates_go_on()
    {
        var item = Assert.Single(UplinkFacts.Attention(new UplinkAt(Backlog: 1234)));

        Assert.Equal(Tone.High, item.Tone);
        Assert.StartsWith("门禁照常工作，1,234 条记录在本机等待", item.Detail.Zh, StringComparison.Ordinal);
        Assert.Contains("1,234 records", item.Detail.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_is_told_with_its_reason_even_while_connected() => Assert.Contains(
        "certificate expired",
        Assert.Single(UplinkFacts.Attention(new UplinkAt(Connected: true, Fault: "certificate expired"))).Detail.Zh,
        StringComparison.Ordinal);

    [Fact]
    public void Last_receipt_carries_its_instant() =>
        Assert.Contains(UplinkFacts.Of(new UplinkAt(LastReceiptAt: DateTimeOffset.UnixEpoch)), fact => fact.At == DateTimeOffset.UnixEpoch);
}
