using System.Text;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Contract.Pki;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Cloud.Tests.Contract.Mqtt;

public sealed class MqttSessionTests
{
    private const string CommandTopic = "sc/v1/hongqiao/garden/command/open";
    private const string EventTopic = "sc/v1/hongqiao/garden/event/passage";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_property_of_a_message_makes_the_round_trip()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var gateway = await MosquittoBroker.ConnectAsync(broker.Gateway("garden"), "sc/v1/hongqiao/garden/command/+");
        await using var station = await MosquittoBroker.ConnectAsync(broker.StationClient());
        var sent = new MqttMessage(
            CommandTopic, Encoding.UTF8.GetBytes("{\"门\":1}"), "application/json", Retain: false,
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

    [Fact]
    public async Task Last_will_is_kept_by_the_broker_when_a_gateway_vanishes()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await MosquittoBroker.ConnectAsync(broker.StationClient(), "sc/v1/hongqiao/+/state");
        var options = broker.Gateway("garden");
        (options.WillTopic, options.WillPayload) = ("sc/v1/hongqiao/garden/state", """{"online":false}""");
        // A client whose socket closes without a DISCONNECT, as after kill -9.
        using (var vanishing = new MosquittoClient(options))
        {
            Assert.Equal(0, vanishing.Connect());
            while (!vanishing.Events.Any(what => what.Kind == MosquittoEventKind.Connected))
            {
                Assert.Equal(0, vanishing.Loop(100));
            }
        }

        var live = await ReadAsync(station);
        await using var late = await MosquittoBroker.ConnectAsync(broker.StationClient("station-2"), "sc/v1/hongqiao/+/state");
        var kept = await ReadAsync(late);

        Assert.Equal("""{"online":false}""", Encoding.UTF8.GetString(live.Payload.Span));
        Assert.False(live.Retain);
        Assert.Equal("""{"online":false}""", Encoding.UTF8.GetString(kept.Payload.Span));
        Assert.True(kept.Retain);
    }

    [Fact]
    public async Task Publishes_under_way_survive_a_killed_broker()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var gateway = await MosquittoBroker.ConnectAsync(broker.Gateway("garden"));
        await using var station = await MosquittoBroker.ConnectAsync(broker.StationClient(), "$share/station/sc/v1/hongqiao/+/event/#");
        var publishes = Enumerable.Range(0, 500)
            .Select(i => gateway.PublishAsync(new MqttMessage(EventTopic, BitConverter.GetBytes(i)), Stop)).ToArray();

        await broker.KillAsync();
        Assert.Contains(publishes, publish => !publish.IsCompleted);
        await broker.StartAgainAsync();
        await Task.WhenAll(publishes).WaitAsync(s_patience, Stop);

        Assert.Equal(2, gateway.ConnectionNumber);
        await station.WaitForChangeAsync(connected: false, Stop).WaitAsync(s_patience, Stop);
        await gateway.PublishAsync(new MqttMessage(EventTopic, BitConverter.GetBytes(-1)), Stop).WaitAsync(s_patience, Stop);
        while (BitConverter.ToInt32((await ReadAsync(station)).Payload.Span) != -1)
        {
        }
    }

    [Fact]
    public async Task Subscriptions_are_made_again_at_a_broker_that_forgot_them()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var gateway = await MosquittoBroker.ConnectAsync(broker.Gateway("garden"), "sc/v1/hongqiao/garden/command/+");
        await broker.KillAsync();
        await gateway.WaitForChangeAsync(connected: true, Stop).WaitAsync(s_patience, Stop);
        broker.Forget();
        await broker.StartAgainAsync();
        await gateway.WaitForChangeAsync(connected: false, Stop).WaitAsync(s_patience, Stop);
        await using var station = await MosquittoBroker.ConnectAsync(broker.StationClient());

        await station.PublishAsync(new MqttMessage(CommandTopic, "1"u8.ToArray()), Stop).WaitAsync(s_patience, Stop);

        Assert.Equal("1"u8.ToArray(), (await ReadAsync(gateway)).Payload.ToArray());
    }

    [Fact]
    public async Task Persistent_session_keeps_what_was_sent_while_we_were_away()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        var away = await MosquittoBroker.ConnectAsync(broker.Gateway("garden"), "sc/v1/hongqiao/garden/command/+");
        await away.DisposeAsync();
        await using var station = await MosquittoBroker.ConnectAsync(broker.StationClient());
        await station.PublishAsync(new MqttMessage(CommandTopic, "2"u8.ToArray()), Stop).WaitAsync(s_patience, Stop);

        await using var back = await MosquittoBroker.ConnectAsync(broker.Gateway("garden"));

        Assert.Equal("2"u8.ToArray(), (await ReadAsync(back)).Payload.ToArray());
    }

    [Fact]
    public async Task Message_over_the_limit_is_refused_before_it_is_sent()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        var options = broker.Gateway("garden");
        options.MaximumMessageBytes = 1024;
        await using var gateway = await MosquittoBroker.ConnectAsync(options);

        var fault = await Assert.ThrowsAsync<MqttFaultException>(() => gateway.PublishAsync(new MqttMessage(EventTopic, new byte[1025]), Stop));

        Assert.True(fault.IsFaultOfTheMessage);
        Assert.Contains("Mqtt:MaximumMessageBytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Received_message_over_the_limit_is_counted_and_the_next_one_arrives()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        var options = broker.Gateway("garden");
        options.MaximumMessageBytes = 1024;
        await using var gateway = await MosquittoBroker.ConnectAsync(options, "sc/v1/hongqiao/garden/command/+");
        await using var station = await MosquittoBroker.ConnectAsync(broker.StationClient());

        await station.PublishAsync(new MqttMessage(CommandTopic, new byte[2000]), Stop).WaitAsync(s_patience, Stop);
        await station.PublishAsync(new MqttMessage(CommandTopic, "3"u8.ToArray()), Stop).WaitAsync(s_patience, Stop);

        Assert.Equal("3"u8.ToArray(), (await ReadAsync(gateway)).Payload.ToArray());
        Assert.Equal(1, gateway.Oversized);
    }

    [Fact]
    public async Task Slow_reader_loses_and_counts_what_does_not_fit()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        var options = broker.Gateway("garden");
        options.ReceiveCapacity = 16;
        await using var gateway = await MosquittoBroker.ConnectAsync(options, "sc/v1/hongqiao/garden/command/+");
        await using var station = await MosquittoBroker.ConnectAsync(broker.StationClient());

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => station.PublishAsync(new MqttMessage(CommandTopic, "4"u8.ToArray()), Stop)))
            .WaitAsync(s_patience, Stop);

        Assert.True(SpinWait.SpinUntil(() => gateway.Dropped == 14, s_patience));
    }

    [Fact]
    public async Task Missing_certificate_file_is_named_at_start()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        var options = broker.Gateway("garden");
        options.CaFile = "/no/such/ca.crt";
        await using var session = new MqttSession(options, TimeProvider.System, NullLogger<MqttSession>.Instance);

        var fault = Assert.Throws<MqttFaultException>(session.Start);

        Assert.Contains("Mqtt:CaFile", fault.Message, StringComparison.Ordinal);
        Assert.Contains("/no/such/ca.crt", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broker_of_another_authority_is_refused_with_its_reason_in_the_log()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        var other = new PkiDirectory(Path.Combine(broker.Folder, "other"), TimeProvider.System);
        await other.EnsureAsync("hongqiao", ["garden"], ["localhost"], Stop);
        var options = broker.Gateway("garden");
        options.CaFile = other.Authority.Certificate;
        var log = new ListLogger<MqttSession>();
        await using var session = new MqttSession(options, TimeProvider.System, log);

        session.Start();
        var line = await log.FirstAsync("certificate verify failed").WaitAsync(s_patience, Stop);

        Assert.Contains("cannot be reached over TLS", line, StringComparison.Ordinal);
        Assert.False(session.IsConnected);
        Assert.Equal(0, session.ConnectionNumber);
    }

    [Fact]
    public async Task Broker_without_tls_is_refused()
    {
        var port = MosquittoBroker.FreePort();
        await using var broker = await MosquittoBroker.StartWithAsync($"\nlistener {port} 127.0.0.1\nallow_anonymous true\n", "garden");
        var options = broker.Gateway("garden");
        options.Port = port;
        var log = new ListLogger<MqttSession>();
        await using var session = new MqttSession(options, TimeProvider.System, log);

        session.Start();
        await log.FirstAsync("Next attempt").WaitAsync(s_patience, Stop);

        Assert.False(session.IsConnected);
        Assert.Equal(0, session.ConnectionNumber);
        Assert.DoesNotContain(typeof(MqttOptions).GetProperties(), option => option.PropertyType == typeof(bool));
    }

    [Fact]
    public async Task Disposal_fails_what_is_still_under_way()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        var gateway = await MosquittoBroker.ConnectAsync(broker.Gateway("garden"));
        await broker.KillAsync();
        var publish = gateway.PublishAsync(new MqttMessage(EventTopic, "5"u8.ToArray()), Stop);

        await gateway.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => publish.WaitAsync(s_patience, Stop));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => gateway.PublishAsync(new MqttMessage(EventTopic, "6"u8.ToArray()), Stop).WaitAsync(s_patience, Stop));
    }

    private static async Task<MqttMessage> ReadAsync(MqttSession session) =>
        await session.Messages.ReadAsync(Stop).AsTask().WaitAsync(s_patience, Stop);
}
