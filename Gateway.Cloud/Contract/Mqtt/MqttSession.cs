using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>
/// <see cref="IMqttSession"/> on libmosquitto. One thread of our own runs the native loop, because the library's own thread ends for good
/// on a TLS error and knows no jitter; native callbacks only note what happened, and the thread acts on it after the call has returned.
/// </summary>
public sealed class MqttSession : IMqttSession
{
    private const int LoopMilliseconds = 1000;
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);

    private readonly MqttOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<MqttSession> _logger;
    private readonly ConnectionState _state = new();
    private readonly Channel<MqttMessage> _received;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ReconnectDelay _delay;

    // Guards the fields below: publishers and the loop both touch them.
    private readonly Lock _gate = new();
    private readonly Dictionary<int, PendingPublish> _pending = [];
    private readonly Queue<PendingPublish> _waiting = new();
    private readonly Dictionary<int, string> _subscribing = [];
    private readonly List<string> _filters = [];
    private MosquittoClient? _client;
    private int _free;
    private bool _disposed;

    // Written by the loop only.
    private long _dropped;
    private long _oversized;
    private long _malformed;

    /// <summary>A session that does nothing until <see cref="Start"/>.</summary>
    public MqttSession(MqttOptions options, TimeProvider time, ILogger<MqttSession> logger)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _delay = new ReconnectDelay(options.ReconnectDelay, options.MaximumReconnectDelay, Random.Shared);
        _free = options.InFlight;
        _received = Channel.CreateBounded<MqttMessage>(new BoundedChannelOptions(options.ReceiveCapacity) { SingleWriter = true });
    }

    /// <inheritdoc/>
    public bool IsConnected => _state.IsConnected;

    /// <inheritdoc/>
    public long ConnectionNumber => _state.Number;

    /// <inheritdoc/>
    public ChannelReader<MqttMessage> Messages => _received.Reader;

    /// <inheritdoc/>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Received messages skipped for their size.</summary>
    public long Oversized => Interlocked.Read(ref _oversized);

    /// <summary>Received messages skipped because they could not be read.</summary>
    public long Malformed => Interlocked.Read(ref _malformed);

    /// <inheritdoc/>
    public void Start()
    {
        RequireFile(_options.CaFile, nameof(MqttOptions.CaFile));
        RequireFile(_options.CertificateFile, nameof(MqttOptions.CertificateFile));
        RequireFile(_options.KeyFile, nameof(MqttOptions.KeyFile));
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_client is not null)
            {
                return;
            }

            _client = new MosquittoClient(_options);
            new Thread(RunLoop) { IsBackground = true, Name = "mqtt " + _options.ClientId }.Start();
        }
    }

    /// <inheritdoc/>
    public void Subscribe(string filter)
    {
        ArgumentException.ThrowIfNullOrEmpty(filter);
        lock (_gate)
        {
            if (_filters.Contains(filter, StringComparer.Ordinal))
            {
                return;
            }

            _filters.Add(filter);
            if (_state.IsConnected)
            {
                SubscribeNow(filter);
            }
        }
    }

    /// <inheritdoc/>
    public Task PublishAsync(MqttMessage message, CancellationToken cancellationToken)
    {
        if (message.Payload.Length > _options.MaximumMessageBytes)
        {
            return Task.FromException(new MqttFaultException(
                $"A message of {message.Payload.Length} bytes on {message.Topic} is larger than Mqtt:MaximumMessageBytes ({_options.MaximumMessageBytes}).")
            {
                ReasonCode = MqttReason.PacketTooLarge,
            });
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        var pending = new PendingPublish { Message = message };
        lock (_gate)
        {
            if (_disposed)
            {
                return Task.FromException(new ObjectDisposedException(nameof(MqttSession)));
            }

            _waiting.Enqueue(pending);
            SendWaiting();
        }

        pending.CancelOn(cancellationToken);
        return pending.Task;
    }

    /// <inheritdoc/>
    public Task WaitForChangeAsync(bool connected, CancellationToken cancellationToken) =>
        _state.WaitForChangeAsync(connected, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            if (_client is null)
            {
                _ended.TrySetResult();
            }
            else
            {
                _client.Disconnect();
            }
        }

        await _stop.CancelAsync();
        try
        {
            // A connect to a host that never answers blocks in the kernel; its thread cleans up after itself when that ends.
            await _ended.Task.WaitAsync(s_farewell * 2, _time);
        }
        catch (TimeoutException)
        {
            return;
        }

        _stop.Dispose();
    }

    private static void RequireFile(string path, string option)
    {
        if (!File.Exists(path))
        {
            throw new MqttFaultException($"Mqtt:{option}: there is no file '{path}'. Create the certificates with 'pki init' or correct the path.");
        }
    }

    // Strictly in the order of the calls. Called under the gate.
    private void SendWaiting()
    {
        while (_free > 0 && _state.IsConnected && _waiting.TryDequeue(out var pending))
        {
            if (!pending.Task.IsCompleted)
            {
                Send(pending);
            }
        }
    }

    private void Send(PendingPublish pending)
    {
        try
        {
            var code = _client!.Publish(pending.Message, out var messageId);
            if (Queued(code))
            {
                _free--;
                _pending[messageId] = pending;
            }
            else
            {
                pending.TrySetException(Unsendable(pending.Message, code));
            }
        }
        catch (MqttFaultException fault)
        {
            pending.TrySetException(fault);
        }
    }

    // 4 means offline, and that the message is in the library's queue: it must not be sent again.
    private static bool Queued(int code) => code is LibMosquitto.Success or LibMosquitto.NoConnection;

    private static MqttFaultException Unsendable(MqttMessage message, int code) =>
        new($"The message on {message.Topic} cannot be sent: {MqttReason.OfError(code)}.")
        {
            ReasonCode = code switch
            {
                LibMosquitto.OversizePacket => MqttReason.PacketTooLarge,
                LibMosquitto.Invalid or LibMosquitto.MalformedText => MqttReason.TopicNameInvalid,
                _ => 0,
            },
        };

    private void RunLoop()
    {
        var client = _client!;
        var stopping = _time.GetTimestamp();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var code = client.Connect();
                while (code == LibMosquitto.Success && !(_stop.IsCancellationRequested && _time.GetElapsedTime(stopping) > s_farewell))
                {
                    code = client.Loop(LoopMilliseconds);
                    Act(client);
                    if (!_stop.IsCancellationRequested)
                    {
                        stopping = _time.GetTimestamp();
                    }
                }

                Act(client);
                Lost(client, code);
            }
#pragma warning disable CA1031 // The session's supervision boundary: whatever failed, the link is tried again.
            catch (Exception error)
#pragma warning restore CA1031
            {
                _state.Set(connected: false);
                var delay = _delay.Next();
                _logger.LoopFailed(error, delay);
                Wait(delay);
            }
        }

        End(client);
    }

    private void Act(MosquittoClient client)
    {
        while (client.Events.TryDequeue(out var what))
        {
            switch (what.Kind)
            {
                case MosquittoEventKind.Published:
                    Acknowledged(what);
                    break;
                case MosquittoEventKind.Received:
                    if (!_received.Writer.TryWrite(what.Message!))
                    {
                        Interlocked.Increment(ref _dropped);
                    }

                    break;
                case MosquittoEventKind.Connected:
                    Connected(client, what.Code);
                    break;
                case MosquittoEventKind.Disconnected:
                    _state.Set(connected: false);
                    break;
                case MosquittoEventKind.Subscribed:
                    Subscribed(what);
                    break;
                case MosquittoEventKind.Oversized:
                    _logger.Oversized(what.Code, _options.MaximumMessageBytes, Interlocked.Increment(ref _oversized));
                    break;
                case MosquittoEventKind.Malformed:
                    _logger.Malformed(Interlocked.Increment(ref _malformed));
                    break;
                default:
                    throw new InvalidOperationException($"Unknown event {what.Kind}.");
            }
        }
    }

    private void Acknowledged(MosquittoEvent what)
    {
        PendingPublish? pending;
        lock (_gate)
        {
            if (!_pending.Remove(what.MessageId, out pending))
            {
                return;
            }

            _free++;
            SendWaiting();
        }

        pending.Answer(what.Code);
    }

    private void Connected(MosquittoClient client, int reason)
    {
        if (reason >= MqttReason.FirstFailure)
        {
            _logger.ConnectRefused(MqttReason.Of(reason));
            return;
        }

        client.Quieten();
        _delay.Reset();
        lock (_gate)
        {
            _subscribing.Clear();
            _state.Set(connected: true);
            foreach (var filter in _filters)
            {
                SubscribeNow(filter);
            }

            SendWaiting();
        }

        _logger.Connected(_options.Host, _options.Port, _options.ClientId, ConnectionNumber);
    }

    private void Subscribed(MosquittoEvent what)
    {
        string? filter;
        lock (_gate)
        {
            _subscribing.Remove(what.MessageId, out filter);
        }

        if (what.Code >= MqttReason.FirstFailure)
        {
            _logger.SubscriptionRefused(filter ?? "", MqttReason.Of(what.Code));
        }
    }

    // Called under the gate.
    private void SubscribeNow(string filter)
    {
        if (_client!.Subscribe(filter, out var messageId) == LibMosquitto.Success)
        {
            _subscribing[messageId] = filter;
        }
        else
        {
            _logger.SubscriptionRefused(filter, "the filter is malformed or the connection is gone");
        }
    }

    private void Lost(MosquittoClient client, int code)
    {
        var wasConnected = _state.IsConnected || client.LastError is null;
        _state.Set(connected: false);
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        var delay = _delay.Next();
        if (client.LastError is { } error)
        {
            _logger.ConnectFailed(_options.Host, _options.Port, MqttReason.OfError(code), error, delay);
        }
        else if (wasConnected)
        {
            _logger.ConnectionLost(_options.Host, _options.Port, MqttReason.OfError(code), delay);
        }

        Wait(delay);
    }

    private void Wait(TimeSpan delay)
    {
        using var over = new ManualResetEventSlim();
        using var timer = _time.CreateTimer(static state => ((ManualResetEventSlim)state!).Set(), over, delay, Timeout.InfiniteTimeSpan);
        try
        {
            over.Wait(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The session ends.
        }
    }

    private void End(MosquittoClient client)
    {
        PendingPublish[] orphans;
        lock (_gate)
        {
            orphans = [.. _pending.Values, .. _waiting];
            _pending.Clear();
            _waiting.Clear();
            client.Dispose();
        }

        foreach (var orphan in orphans)
        {
            orphan.TrySetException(new ObjectDisposedException(nameof(MqttSession)));
        }

        _state.Set(connected: false);
        _received.Writer.TryComplete();
        _ended.TrySetResult();
    }
}
