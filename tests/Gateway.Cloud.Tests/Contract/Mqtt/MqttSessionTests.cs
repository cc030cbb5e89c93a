using System.Text;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Cloud.Tests.Contract.Mqtt;

public sealed class MqttSessionTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_property_of_a_message_makes_the_round_trip()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var gateway = await MosquittoBroker.ConnectAsync(broker.Gateway("garden"), "sc/v1/hongqiao/garden/command/+");
        await using var station = await MosquittoBroker.ConnectAsync(broker.StationClient());
        var sent = new MqttMessage(
            "sc/v1/hongqiao/garden/command/open", Encoding.UTF8.GetBytes("{\"门\":1}"), "application/json", Retain: false,
            "sc/v1/hongqiao/garden/reply", new byte[] { 0, 1, 255 }, [new("a", "一"), new("b", ""), new("a", "2")]);

        await station.PublishAsync(sent, Stop).WaitAsync(s_patience, Stop);
        var got = await ReadAsync(gateway);

        Assert.Equal(sent.Topic, got.Topic);
        Assert.Equal(sent.Payload.ToArray(), got.Payload.ToArray());
        Assert.Equal(sent.ContentType, got.ContentType);
        Assert.Equal(sent.ResponseTopic, got.ResponseTopic);
        Assert.Equal(sent.CorrelationData.ToArray(), got.CorrelationData.ToArray());
        Assert.Equal(sent.UserProperties, got.UserProperties);
        Assert.False(got.Retain);
    }

    private static async Task<MqttMessage> ReadAsync(MqttSession session) =>
        await session.Messages.ReadAsync(Stop).AsTask().WaitAsync(s_patience, Stop);
}
