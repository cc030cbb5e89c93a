using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Uplink;
using Gateway.Edge.Uplink.Commands;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Uplink.Commands;

/// <summary>A gateway's uplink that takes commands, and the station's end of a real broker.</summary>
internal sealed class CommandedGateway : IAsyncDisposable
{
    public const string Compound = "garden";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly List<IAsyncDisposable> _parts;
    private readonly CommandService _service;
    private readonly MqttSession _station;

    private CommandedGateway(MosquittoBroker broker, List<IAsyncDisposable> parts, CommandService service, MqttSession station, MemoryJournal journal) =>
        (Broker, _parts, _service, _station, Journal) = (broker, parts, service, station, journal);

    public MosquittoBroker Broker { get; }

    public MemoryJournal Journal { get; }

    /// <summary>Starts all of it with these handlers; the clock is the gateway's, for commands alone.</summary>
    public static Task<CommandedGateway> StartAsync(MosquittoBroker broker, MemoryJournal journal, TimeProvider time, params ICommandHandler[] handlers) =>
        StartAsync(broker, journal, time, configure: null, handlers);

    /// <summary>The same with another session at the broker.</summary>
    public static async Task<CommandedGateway> StartAsync(
        MosquittoBroker broker, MemoryJournal journal, TimeProvider time, Action<MqttOptions>? configure, params ICommandHandler[] handlers)
    {
        var station = await MosquittoBroker.ConnectAsync(broker.StationClient($"station-{Guid.NewGuid():N}"), Topics.Reply(broker.Station, Compound, "+"));
        await using var states = await MosquittoBroker.ConnectAsync(broker.StationClient($"states-{Guid.NewGuid():N}"), Topics.AllStates(broker.Station));
        var mailbox = new CommandMailbox();
        var uplink = await TestUplink.StartAsync(broker, journal, mqtt: configure, commands: mailbox);
        var options = new UplinkOptions { Station = broker.Station, Compound = Compound, StateFile = Path.Combine(broker.Folder, "uplink.db") };
        var service = new CommandService(
            mailbox, handlers, journal, uplink.Session, Options.Create(options), Options.Create(broker.Gateway(Compound)), uplink.Status, time,
            NullLogger<CommandService>.Instance);
        await service.StartAsync(CancellationToken.None);
        await UntilSubscribedAsync(states);
        return new CommandedGateway(broker, [station, uplink], service, station, journal);
    }

    // A gateway says that it is online after it has subscribed, on the same connection; a retained word is an earlier gateway's.
    private static async Task UntilSubscribedAsync(MqttSession states)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while ((await states.Messages.ReadAsync(patience.Token)).Retain)
        {
        }
    }

    public async Task SendAsync(MqttMessage message) =>
        await _station.PublishAsync(message, TestContext.Current.CancellationToken).WaitAsync(s_patience, TestContext.Current.CancellationToken);

    public Task SendAsync(CommandEnvelope command) => SendAsync(Broker.Message(Compound, command));

    public async Task<(CommandReply Reply, MqttMessage Message)> ReplyAsync()
    {
        var message = await _station.Messages.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_patience, TestContext.Current.CancellationToken);
        return (JsonSerializer.Deserialize<CommandReply>(message.Payload.Span)!, message);
    }

    /// <summary>Sends and answers the reply's code.</summary>
    public async Task<string> CodeAsync(CommandEnvelope command)
    {
        await SendAsync(command);
        return (await ReplyAsync()).Reply.Code;
    }

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        foreach (var part in _parts)
        {
            await part.DisposeAsync();
        }
    }
}
