using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Edge.Tests.Uplink;

/// <summary>An independent judge at the station's end: keeps every event and chunk as it arrived and says receipts only when told.</summary>
internal sealed class TestStation : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly MqttSession _session;
    private readonly string _station;
    private readonly Task _reading;
    private volatile TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TestStation(MqttSession session, string station)
    {
        (_session, _station) = (session, station);
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Sequences in the order of their arrival, duplicates and all.</summary>
    public ConcurrentQueue<long> Sequences { get; } = new();

    public ConcurrentQueue<CloudEvent> Events { get; } = new();

    public ConcurrentQueue<MqttMessage> Messages { get; } = new();

    public ConcurrentQueue<(MediaChunk Chunk, MqttMessage Message)> Chunks { get; } = new();

    public ConcurrentQueue<MqttMessage> States { get; } = new();

    public static async Task<TestStation> StartAsync(MosquittoBroker broker)
    {
        var options = broker.StationClient();
        options.ReceiveCapacity = 1_000_000;
        var session = await MosquittoBroker.ConnectAsync(
            options, Topics.AllEvents(broker.Station), Topics.AllMedia(broker.Station), Topics.AllStates(broker.Station));
        return new TestStation(session, broker.Station);
    }

    public Task ReceiptAsync(string compound, Receipt receipt) => PublishAsync(
        Topics.Receipt(_station, compound), JsonSerializer.SerializeToUtf8Bytes(receipt, JsonSerializerOptions.Web));

    public Task ReceiptAsync(string compound, Guid journal, long watermark, params SequenceRange[] missing) =>
        ReceiptAsync(compound, new Receipt(journal.ToString(), watermark, missing, [], []));

    public Task PublishAsync(string topic, byte[] payload, bool retain = false) =>
        _session.PublishAsync(new MqttMessage(topic, payload, Retain: retain), CancellationToken.None).WaitAsync(s_patience);

    /// <summary>Completes when what has arrived satisfies the condition.</summary>
    public async Task UntilAsync(Func<TestStation, bool> condition)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            var arrived = _arrived.Task;
            if (condition(this))
            {
                return;
            }

            try
            {
                await arrived.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"The condition was not met; {Sequences.Count} events arrived, the last {string.Join(',', Sequences.TakeLast(20))}; {Chunks.Count} chunks, {States.Count} states.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        await _reading;
    }

    private async Task ReadAsync()
    {
        await foreach (var message in _session.Messages.ReadAllAsync())
        {
            if (message.Topic.Contains("/event/", StringComparison.Ordinal))
            {
                var read = JsonSerializer.Deserialize<CloudEvent>(message.Payload.Span)!;
                Messages.Enqueue(message);
                Events.Enqueue(read);
                Sequences.Enqueue(long.Parse(read.Sequence, CultureInfo.InvariantCulture));
            }
            else if (message.Topic.EndsWith("/state", StringComparison.Ordinal))
            {
                States.Enqueue(message);
            }
            else
            {
                Chunks.Enqueue((MediaChunk.Read(message) ?? throw new InvalidOperationException("A chunk without its properties."), message));
            }

            Interlocked.Exchange(ref _arrived, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }
}
