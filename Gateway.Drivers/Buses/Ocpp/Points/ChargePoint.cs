using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Gateway.Drivers.Buses.Ocpp.Transactions;
using Gateway.Drivers.Buses.Ocpp.Wire;
using Gateway.Drivers.Devices;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>One charger of the hardware file, over all its connections: the newest is the one that counts. Safe for several threads.</summary>
internal sealed partial class ChargePoint : IOcppChargePoint, IDisposable
{
    /// <summary>Malformed messages in a row before the connection is closed.</summary>
    public const int MostMalformed = 20;

    /// <summary>Heartbeat intervals of silence before a charger counts as away.</summary>
    private const double QuietIntervals = 2.5;

    /// <summary>A charger that does not say how it is after connecting is asked.</summary>
    private static readonly TimeSpan s_askAfter = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1); // one message is handled at a time, also while an old connection ends
    private readonly Lock _gate = new();
    private readonly TransactionBook _book;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ConnectorBoard _board = new();
    private readonly MessageBudget _budget; // owned by the holder of _turn
    private readonly EventQueue _events;
    private readonly FaultNotes _faults;
    private readonly ActionDesk _desk;
    private readonly TimeSpan _quietAfter;
    private readonly ITimer _quiet;
    private OcppSession? _session; // guarded by _gate
    private volatile OcppLink _link; // replaced under _gate

    public ChargePoint(OcppChargerSettings settings, TimeSpan heartbeat, TransactionBook book, TimeProvider clock, ILogger logger)
    {
        (Id, Settings, _book, _clock, _logger) = (settings.Id, settings, book, clock, logger);
        _budget = new MessageBudget(clock);
        _events = new EventQueue(Id, clock, logger);
        _faults = new FaultNotes(Id, _events, clock, logger);
        _desk = new ActionDesk(new TransactionDesk(Id, book, _board, _events, _faults), _board, _events, _faults, heartbeat);
        _link = LinkWords.NeverSeen(Id, clock.GetUtcNow());
        _quietAfter = heartbeat * QuietIntervals;
        _quiet = clock.CreateTimer(_ => FallQuiet(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public string Id { get; }

    public OcppChargerSettings Settings { get; }

    /// <inheritdoc/>
    public bool Connected => _link.Connected;

    /// <inheritdoc/>
    public OcppLink Link => _link;

    /// <inheritdoc/>
    public OcppBoot? Boot => _desk.Boot;

    /// <inheritdoc/>
    public IReadOnlyList<OcppTransaction> Transactions => _book.Of(Id);

    /// <inheritdoc/>
    public ChannelReader<OcppEvent> Events => _events.Reader;

    /// <summary>Events that nobody took in time.</summary>
    public long DroppedEvents => _events.Dropped;

    /// <inheritdoc/>
    public IReadOnlyList<OcppConnector> Connectors
    {
        get
        {
            var known = _board.All.ToDictionary(connector => connector.Number);
            foreach (var transaction in _book.Of(Id).Where(transaction => transaction.Runs && transaction.Connector > 0))
            {
                known.TryAdd(transaction.Connector, new OcppConnector(transaction.Connector));
            }

            return [.. known.Values.OrderBy(connector => connector.Number).Select(connector => connector with { Transaction = _book.Running(Id, connector.Number) })];
        }
    }

    /// <summary>
    /// Serves a connection until it ends. An older one that still lives is cut off: a charger that dials again has lost it, whether or not
    /// the network has noticed.
    /// </summary>
    public async Task ServeAsync(OcppSocket socket, CancellationToken cancellationToken)
    {
        var session = new OcppSession(Id, socket, _clock);
        OcppSession? before;
        lock (_gate)
        {
            (before, _session) = (_session, session);
            SetLink(LinkWords.Connected(Id, session.ConnectedAt));
            _quiet.Change(_quietAfter, Timeout.InfiniteTimeSpan);
        }

        before?.Socket.Abort();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = AskAsync(session, ended.Token);
        var code = "disconnected";
        try
        {
            code = await ReadAsync(session, ended.Token);
        }
        finally
        {
            session.Calls.End();
            Forget(session, cancellationToken.IsCancellationRequested ? "stopped" : code);
            await ended.CancelAsync();
            await asking;
            session.Ended.TrySetResult();
        }
    }

    /// <summary>Says goodbye to the present connection and waits a moment for its end.</summary>
    public async Task CloseAsync()
    {
        if (Current() is { } session)
        {
            await session.Socket.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "The gateway stops.");
            await Task.WhenAny(session.Ended.Task, Task.Delay(s_farewell, _clock));
        }
    }

    public void Dispose()
    {
        _quiet.Dispose();
        _turn.Dispose();
    }

    private OcppSession? Current()
    {
        lock (_gate)
        {
            return _session;
        }
    }

    /// <summary>Reads until the connection ends; returns why, as a code of <see cref="OcppLink"/>.</summary>
    private async Task<string> ReadAsync(OcppSession session, CancellationToken cancellationToken)
    {
        try
        {
            while (await session.Socket.ReceiveAsync(cancellationToken) is { } message)
            {
                Heard(session);
                await _turn.WaitAsync(cancellationToken);
                try
                {
                    // What an old connection still says after a new one has come is not to be mixed with it.
                    if (session != Current())
                    {
                        return "disconnected";
                    }

                    await PauseAsync(cancellationToken);
                    await HandleAsync(session, message, cancellationToken);
                }
                finally
                {
                    _turn.Release();
                }

                if (session.Malformed >= MostMalformed)
                {
                    throw new OcppMessageException("too many malformed messages", WebSocketCloseStatus.PolicyViolation);
                }
            }

            return "disconnected";
        }
        catch (OcppMessageException error)
        {
            _faults.Note("misbehaving", new Wording(
                $"充电桩 {Id} 发来无法处理的数据，连接已关闭（{error.Message}）。请检查其固件与网络",
                $"Charger {Id} sent what cannot be taken and was cut off ({error.Message}). Check its firmware and network."));
            await session.Socket.EndAsync(error.Status, error.Message);
            return "misbehaving";
        }
    }

    /// <summary>A charger that floods is listened to slowly; the others do not notice.</summary>
    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        var pause = _budget.Take();
        if (pause > TimeSpan.Zero)
        {
            _faults.Note("flooding", new Wording(
                $"充电桩 {Id} 发送过于频繁，网关已放慢处理。请检查其上报间隔设置",
                $"Charger {Id} sends too much and is listened to more slowly. Check the intervals in its settings."));
            await Task.Delay(pause, _clock, cancellationToken);
        }
    }

    private async Task HandleAsync(OcppSession session, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (message.Length == 0)
        {
            return; // Some chargers keep their connection alive with empty messages.
        }

        using var document = Parse(message);
        var frame = document is null ? null : OcppFrame.Read(document.RootElement);
        session.Malformed = frame is null ? session.Malformed + 1 : 0;
        switch (frame)
        {
            case null:
                _faults.Note("malformed", new Wording(
                    $"充电桩 {Id} 发来不是 OCPP 的报文，已忽略", $"Charger {Id} sent a message that is not OCPP; it was ignored."));
                break;
            case OcppFrame.Call call:
                await AnswerAsync(session, call, cancellationToken);
                break;
            case OcppFrame.Broken broken:
                _faults.Refused(broken.Violation);
                await session.Socket.SendAsync(OcppWriter.Error(broken.Id, broken.Violation));
                break;
            default:
                // An answer that comes too late, or to nothing: nobody is left to take it.
                session.Calls.Take(frame);
                break;
        }
    }

    private async Task AnswerAsync(OcppSession session, OcppFrame.Call call, CancellationToken cancellationToken)
    {
        var incoming = new IncomingCall(call.Action, new OcppFields(call.Payload), _clock.GetUtcNow(), session.ConnectedAt);
        IncomingReply reply;
        try
        {
            reply = await _desk.AnswerAsync(incoming, cancellationToken);
        }
        catch (InvalidOperationException)
        {
            // The JSON reader only finds out here that the name of a field holds half of a surrogate pair.
            reply = new OcppViolation(OcppViolation.Formation, "The message holds what is not text.");
        }

        if (reply.Error is { } violation)
        {
            _faults.Refused(violation);
        }

        await session.Socket.SendAsync(reply.Result is { } result ? OcppWriter.Result(call.Id, result) : OcppWriter.Error(call.Id, reply.Error!));
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> message)
    {
        try
        {
            return JsonDocument.Parse(message, new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
