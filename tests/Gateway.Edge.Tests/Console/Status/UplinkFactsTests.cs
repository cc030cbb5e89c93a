using Gateway.Edge.Console.Status;
using Gateway.Edge.Uplink;
using NSubstitute;

namespace Gateway.Edge.Tests.Console.Status;

public sealed class UplinkFactsTests
{
    private readonly IUplinkStatus _uplink = Substitute.For<IUplinkStatus>();

    [Fact]
    public void Connected_uplink_with_nothing_waiting_needs_nobody()
    {
        _uplink.Connected.Returns(true);

        Assert.Empty(UplinkFacts.Attention(_uplink));
        Assert.Equal(["已连接", "全部已确认", "尚无"], UplinkFacts.Of(_uplink).Select(fact => fact.Value?.Zh));
    }

    [Fact]
    public void Lost_connection_is_told_with_what_waits_and_that_gates_go_on()
    {
        _uplink.Backlog.Returns(1234);

        var item = Assert.Single(UplinkFacts.Attention(_uplink));

        Assert.Equal(Tone.High, item.Tone);
        Assert.StartsWith("门禁照常工作，1,234 条记录在本机等待", item.Detail.Zh, StringComparison.Ordinal);
        Assert.Contains("1,234 records", item.Detail.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_is_told_with_its_reason_even_while_connected()
    {
        _uplink.Connected.Returns(true);
        _uplink.Fault.Returns("certificate expired");

        Assert.Contains("certificate expired", Assert.Single(UplinkFacts.Attention(_uplink)).Detail.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Last_receipt_carries_its_instant()
    {
        _uplink.LastReceiptAt.Returns(DateTimeOffset.UnixEpoch);

        Assert.Contains(UplinkFacts.Of(_uplink), fact => fact.At == DateTimeOffset.UnixEpoch);
    }
}
