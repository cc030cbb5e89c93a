using Gateway.Drivers.Devices;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>
/// One bus: a thread that owns the native connection and takes one transaction at a time from a bounded queue with fair turns. A lost peer
/// or adapter is opened again; a silent unit is asked less and less often, so that whoever repeats a command to it, with the level that is
/// wanted by then, never holds up the others. Safe for several threads.
/// </summary>
internal sealed class ModbusLink : IAsyncDisposable
{
    private const int QueuePerUnit = 64;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Long enough for the rest of a late or garbled answer to pass at 1200 baud.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new(); // guards the queue, _stopped and the dictionary of patience
    private readonly TurnQueue<ModbusRequest> _queue = new(QueuePerUnit);
    private readonly Dictionary<int, UnitPatience> _units = [];
    private readonly SemaphoreSlim _waiting = new(0); // one count for each request in the queue
    private readonly ManualResetEventSlim _stop = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ModbusSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Backoff _pauses;
    private readonly long _origin;
    private bool _stopped;
    private volatile DeviceFaultException? _fault; // written by the thread, read by whoever asks for the status
    private volatile bool _connected; // the same

    // Only the thread touches these.
    private LibModbus? _modbus;
    private TimeSpan _connectAfter = TimeSpan.MinValue;
    private bool _proven; // a transaction has succeeded on this connection

    public ModbusLink(ModbusSettings settings, TimeProvider clock, Random random, ILogger logger)
    {
        (_settings, _clock, _logger, _origin) = (settings, clock, logger, clock.GetTimestamp());
        _pauses = new Backoff(ShortestPause, LongestPause, random);
        new Thread(Serve) { IsBackground = true, Name = $"modbus {settings.Where}" }.Start();
    }

    public LinkStatus Status
    {
        get
        {
            lock (_gate)
            {
                return new LinkStatus(_connected, _fault?.Message, [.. _units.Where(unit => unit.Value.IsSilent).Select(unit => unit.Key).Order()]);
            }
        }
    }

    /// <summary>Opens the connection if it is not open.</summary>
    /// <exception cref="DeviceFaultException">It cannot be opened.</exception>
    public Task ConnectAsync(CancellationToken cancellationToken) => ExecuteAsync(default, static _ => true, cancellationToken);

    /// <summary>Runs a transaction on the bus's thread. A cancelled one that has already begun still ends on the wire.</summary>
    /// <exception cref="DeviceFaultException">It failed, or too many wait already.</exception>
    public Task<T> ExecuteAsync<T>(ModbusCall call, Func<LibModbus, T> work, CancellationToken cancellationToken)
    {
        var request = new ModbusRequest<T>(call, work);
        lock (_gate)
        {
            if (_stopped)
            {
                throw ModbusWords.Closed(_settings);
            }

            if (!_queue.TryAdd(call.Unit, request, call.IsWrite))
            {
                throw ModbusWords.Full(_settings, call);
            }
        }

        _waiting.Release();
        return request.ResultAsync(cancellationToken);
    }

    /// <summary>Ends the thread once its transaction in hand is over, and fails what still waits.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_stopped)
            {
                return;
            }

            _stopped = true;
        }

        _stop.Set();
        _waiting.Release();
        await _ended.Task;
        _waiting.Dispose();
        _stop.Dispose();
    }

    private void Serve()
    {
        while (true)
        {
            _waiting.Wait();
            ModbusRequest? request;
            lock (_gate)
            {
                if (_stopped)
                {
                    break;
                }

                request = _queue.Take();
            }

            if (request is { IsOver: false })
            {
                Serve(request);
            }
        }

        _modbus?.Dispose();
        FailAll();
        _ended.SetResult();
    }

    private void FailAll()
    {
        lock (_gate)
        {
            while (_queue.Take() is { } request)
            {
                request.Fail(ModbusWords.Closed(_settings));
            }
        }
    }

    private void Serve(ModbusRequest request)
    {
        var unit = Patience(request.Call.Unit);
        if (!request.Call.Insists && unit.QuietUntil > Now())
        {
            request.Fail(ModbusWords.LeftAlone(_settings, request.Call, unit.Silences));
            return;
        }

        try
        {
            if (!TryConnect(request.Call.Insists))
            {
                request.Fail(_fault!);
                return;
            }

            request.Tries++;
            if (request.Call.Function != 0)
            {
                _modbus!.Discard();
            }

            request.Run(_modbus!);
            Answered(unit);
            _proven |= request.Call.Function != 0;
        }
        catch (ModbusException error)
        {
            Failed(request, unit, error);
        }
#pragma warning disable CA1031 // The thread serves every unit of the bus: whatever one transaction throws stays with that transaction.
        catch (Exception error)
#pragma warning restore CA1031
        {
            ModbusLog.Unforeseen(_logger, error, _settings.Where);
            request.Fail(new DeviceFaultException($"Modbus {_settings.Where}, {request.Call}: {error.Message}", error));
        }
    }

    private void Failed(ModbusRequest request, UnitPatience unit, ModbusException error)
    {
        switch (error.Fault)
        {
            case ModbusFault.Refused or ModbusFault.Busy:
                Answered(unit);
                break;
            case ModbusFault.Link:
                Drop(error);
                break;
            case ModbusFault.Garbage when _settings.ReopenAfterGarbage:
                Drop(error);
                break;
            default:
                // A late answer must not be taken for the next one's: a serial line has no transaction numbers.
                _stop.Wait(Silence);
                break;
        }

        if (error.Fault != ModbusFault.Refused && request.Tries <= _settings.Retries && !unit.IsSilent && !request.Call.Insists)
        {
            Again(request);
            return;
        }

        if (error.Fault is ModbusFault.NoAnswer or ModbusFault.Garbage)
        {
            lock (_gate)
            {
                unit.Silent(Now());
            }
        }

        request.Fail(ModbusWords.Failed(_settings, request.Call, request.Tries, error));
    }

    private void Again(ModbusRequest request)
    {
        lock (_gate)
        {
            _queue.PutBack(request.Call.Unit, request, request.Call.IsWrite);
        }

        _waiting.Release();
    }

    private bool TryConnect(bool insist)
    {
        if (_connected)
        {
            return true;
        }

        if (!insist && Now() < _connectAfter)
        {
            return false;
        }

        try
        {
            _modbus ??= _settings.Create();
            _modbus.Connect();
            (_connected, _fault, _proven) = (true, null, false);
            ModbusLog.Connected(_logger, _settings.Where);
        }
        catch (ModbusException error)
        {
            _connectAfter = Now() + _pauses.Next();
            _fault = ModbusWords.NotConnected(_settings, error);
        }

        return _connected;
    }

    private void Drop(ModbusException error)
    {
        _modbus!.Disconnect();
        _connected = false;
        _fault = ModbusWords.NotConnected(_settings, error);
        ModbusLog.Lost(_logger, _settings.Where, error.Message);
        if (_proven)
        {
            _pauses.Reset();
        }
        else
        {
            // It opens and then serves nobody: opening it over and over helps no one.
            _connectAfter = Now() + _pauses.Next();
        }
    }

    private void Answered(UnitPatience unit)
    {
        lock (_gate)
        {
            unit.Answered();
        }
    }

    private UnitPatience Patience(int unit)
    {
        lock (_gate)
        {
            if (!_units.TryGetValue(unit, out var patience))
            {
                _units.Add(unit, patience = new UnitPatience());
            }

            return patience;
        }
    }

    private TimeSpan Now() => _clock.GetElapsedTime(_origin);
}
