using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Cloud.Tests.Contract.Mqtt;

/// <summary>deploy/mosquitto/acl at a real broker: what a gateway and the station may do, and nothing else.</summary>
public sealed class AccessListTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sc/v1/hongqiao/garden/event/passage")]
    [InlineData("sc/v1/hongqiao/garden/media/abc")]
    [InlineData("sc/v1/hongqiao/garden/state")]
    [InlineData("sc/v1/hongqiao/garden/reply/alert-acknowledged")]
    public async Task Gateway_may_write_under_its_own_compound(string topic)
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var gateway = await MosquittoBroker.ConnectAsync(broker.Gateway("garden"));

        await gateway.PublishAsync(new MqttMessage(topic, "{}"u8.ToArray()), Stop).WaitAsync(s_patience, Stop);
    }

    [Theory]
    [InlineData("sc/v1/hongqiao/harbour/event/passage")]
    [InlineData("sc/v1/hongqiao/harbour/media/abc")]
    [InlineData("sc/v1/hongqiao/harbour/state")]
    [InlineData("sc/v1/hongqiao/harbour/reply/alert-acknowledged")]
    [InlineData("sc/v1/hongqiao/garden/receipt")]
    [InlineData("sc/v1/hongqiao/garden/command/open")]
    [InlineData("sc/v1/hongqiao/garden/notice")]
    [InlineData("sc/v1/other/garden/event/passage")]
    [InlineData("elsewhere")]
    public async Task Gateway_may_write_nowhere_else_and_learns_so(string topic)
    {
        await using var broker = await MosquittoBroker.StartAsync("garden", "harbour");
        await using var gateway = await MosquittoBroker.ConnectAsync(broker.Gateway("garden"));

        var fault = await Assert.ThrowsAsync<MqttFaultException>(
            () => gateway.PublishAsync(new MqttMessage(topic, "{}"u8.ToArray()), Stop).WaitAsync(s_patience, Stop));

        Assert.Equal(MqttReason.NotAuthorized, fault.ReasonCode);
        Assert.Contains(topic, fault.Message, StringComparison.Ordinal);
        Assert.True(gateway.IsConnected);
    }

    [Fact]
    public async Task Gateway_reads_what_is_addressed_to_it_and_nothing_of_another_compound()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden", "harbour");
        await using var garden = await MosquittoBroker.ConnectAsync(broker.Gateway("garden"), "#");
        await using var harbour = await MosquittoBroker.ConnectAsync(broker.Gateway("harbour"));
        await using var station = await MosquittoBroker.ConnectAsync(broker.StationClient());

        await harbour.PublishAsync(new MqttMessage("sc/v1/hongqiao/harbour/event/passage", "{}"u8.ToArray()), Stop).WaitAsync(s_patience, Stop);
        foreach (var topic in new[] { "harbour/receipt", "harbour/command/open", "harbour/notice", "garden/receipt", "garden/command/open", "garden/notice" })
        {
            await station.PublishAsync(new MqttMessage("sc/v1/hongqiao/" + topic, "{}"u8.ToArray()), Stop).WaitAsync(s_patience, Stop);
        }

        var read = new List<string>();
        while (read.Count < 3)
        {
            read.Add((await garden.Messages.ReadAsync(Stop).AsTask().WaitAsync(s_patience, Stop)).Topic);
        }

        Assert.Equal(["sc/v1/hongqiao/garden/receipt", "sc/v1/hongqiao/garden/command/open", "sc/v1/hongqiao/garden/notice"], read);
    }

    [Fact]
    public async Task Station_reads_the_replies_of_its_gateways_and_may_not_write_one()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await MosquittoBroker.ConnectAsync(broker.StationClient(), "$share/station/sc/v1/hongqiao/+/reply/+");
        await using var gateway = await MosquittoBroker.ConnectAsync(broker.Gateway("garden"));
        const string Topic = "sc/v1/hongqiao/garden/reply/alert-acknowledged";

        await Assert.ThrowsAsync<MqttFaultException>(() => station.PublishAsync(new MqttMessage(Topic, "{}"u8.ToArray()), Stop).WaitAsync(s_patience, Stop));
        await gateway.PublishAsync(new MqttMessage(Topic, "{}"u8.ToArray(), CorrelationData: "1"u8.ToArray()), Stop).WaitAsync(s_patience, Stop);

        var read = await station.Messages.ReadAsync(Stop).AsTask().WaitAsync(s_patience, Stop);
        Assert.Equal((Topic, "1"), (read.Topic, System.Text.Encoding.ASCII.GetString(read.CorrelationData.Span)));
    }

    [Fact]
    public async Task Station_may_not_write_events()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await MosquittoBroker.ConnectAsync(broker.StationClient());

        var fault = await Assert.ThrowsAsync<MqttFaultException>(
            () => station.PublishAsync(new MqttMessage("sc/v1/hongqiao/garden/event/passage", "{}"u8.ToArray()), Stop).WaitAsync(s_patience, Stop));

        Assert.Equal(MqttReason.NotAuthorized, fault.ReasonCode);
    }
}
