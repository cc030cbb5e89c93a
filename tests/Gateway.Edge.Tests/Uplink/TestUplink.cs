using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Uplink;
using Gateway.Edge.Uplink.Commands;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Uplink;

/// <summary>The gateway's end: a real session and the real service on a journal.</summary>
internal sealed class TestUplink : IAsyncDisposable
{
    private readonly UplinkService _service;

    private TestUplink(MqttSession session, UplinkService service, UplinkStatus status) => (Session, _service, Status) = (session, service, status);

    public MqttSession Session { get; }

    public UplinkStatus Status { get; }

    public static async Task<TestUplink> StartAsync(
        MosquittoBroker broker, MemoryJournal journal, TimeProvider? time = null, Action<UplinkOptions>? configure = null, Action<MqttOptions>? mqtt = null,
        CommandMailbox? commands = null)
    {
        var link = broker.Gateway("garden");
        link.WillTopic = Topics.State(broker.Station, "garden");
        link.WillPayload = StateMessage.LastWill;
        mqtt?.Invoke(link);
        var options = new UplinkOptions { Station = broker.Station, Compound = "garden", StateFile = Path.Combine(broker.Folder, "uplink.db") };
        configure?.Invoke(options);
        var session = new MqttSession(link, TimeProvider.System, NullLogger<MqttSession>.Instance);
        var status = new UplinkStatus(journal, session);
        var service = new UplinkService(
            session, journal, journal, journal, status, Options.Create(options), time ?? TimeProvider.System, NullLogger<UplinkService>.Instance, commands);
        await service.StartAsync(CancellationToken.None);
        return new TestUplink(session, service, status);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        await Session.DisposeAsync();
    }
}
