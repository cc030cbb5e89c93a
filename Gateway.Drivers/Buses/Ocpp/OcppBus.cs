using System.Globalization;
using Gateway.Drivers.Buses.Ocpp.Points;
using Gateway.Drivers.Buses.Ocpp.Server;
using Gateway.Drivers.Buses.Ocpp.Transactions;
using Gateway.Drivers.Devices;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>The central system of OCPP 1.6J: chargers dial in over WebSocket. Safe for several threads.</summary>
internal sealed class OcppBus : IBus, IOcppChargePoints
{
    private static readonly TimeSpan s_report = TimeSpan.FromSeconds(10);

    private readonly OcppSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<OcppBus> _logger;
    private readonly TransactionBook _book;
    private readonly Dictionary<string, ChargePoint> _points;
    private readonly Refusals _refusals;
    private TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OcppBus(DeviceId id, Wording name, OcppSettings settings, TimeProvider clock, ILogger<OcppBus> logger)
    {
        (Id, Name, _settings, _clock, _logger) = (id, name, settings, clock, logger);
        _book = new TransactionBook(new TransactionFile(settings.StateFile), clock);
        _points = settings.Chargers.ToDictionary(
            charger => charger.Id, charger => new ChargePoint(charger, settings.Heartbeat, _book, clock, logger), StringComparer.Ordinal);
        _refusals = new Refusals(clock, logger);
    }

    /// <inheritdoc/>
    public DeviceId Id { get; }

    /// <inheritdoc/>
    public string Kind => OcppBusKind.Name;

    /// <inheritdoc/>
    public Wording Name { get; }

    /// <summary>Where the bus listens, once it does.</summary>
    public Task<Uri> Address => Volatile.Read(ref _address).Task;

    /// <summary>How many connections were refused, and the latest in words.</summary>
    public (int Count, string Latest) Refused => _refusals.State;

    /// <inheritdoc/>
    public IOcppChargePoint ChargePoint(string id) => _points.TryGetValue(id, out var point)
        ? point
        : throw new DeviceFaultException(
            $"{Name.En} has no charger \"{id}\". It has: {string.Join(", ", _points.Keys)}. Add it to the bus in the hardware file.");

    /// <inheritdoc/>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        await _book.LoadAsync(cancellationToken);
        using var stopping = new CancellationTokenSource();
        var door = new OcppDoor(_points, _refusals, _clock, _logger, stopping.Token);
        await using var server = await OcppServer.StartAsync(_settings, door.HandleAsync, cancellationToken);
        OcppLog.Listening(_logger, Id.Value, server.Address.ToString());
        _address.TrySetResult(server.Address);
        try
        {
            while (true)
            {
                await ReportAsync(reporter, server.Address, cancellationToken);
                await Task.Delay(s_report, _clock, cancellationToken);
            }
        }
        finally
        {
            Volatile.Write(ref _address, new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously));
            await Task.WhenAll(_points.Values.Select(point => point.CloseAsync()));
            await stopping.CancelAsync();
        }
    }

    /// <summary>After <see cref="RunAsync"/> has ended.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var point in _points.Values)
        {
            point.Dispose();
        }

        _book.Dispose();
        return ValueTask.CompletedTask;
    }

    private ValueTask ReportAsync(DeviceReporter reporter, Uri address, CancellationToken cancellationToken)
    {
        var connected = _points.Values.Count(point => point.Connected);
        var (refused, latest) = _refusals.State;
        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["address"] = address.ToString(),
            ["connected"] = string.Create(CultureInfo.InvariantCulture, $"{connected}/{_points.Count}"),
            ["refused"] = refused.ToString(CultureInfo.InvariantCulture),
        };
        if (latest.Length > 0)
        {
            details["refused-last"] = latest;
        }

        if (_book.Trouble is not { } trouble)
        {
            return reporter.HealthAsync(DeviceState.Online, "ok", new Wording("正在监听充电桩", "Listening for chargers"), details, cancellationToken);
        }

        return reporter.HealthAsync(
            DeviceState.Degraded,
            "charges-not-kept",
            new Wording(
                $"充电记录无法保存，网关重启后可能丢失充电编号。请检查磁盘空间与目录权限：{trouble}",
                $"Charges cannot be kept over a restart of the gateway. Check disk space and the folder's permissions: {trouble}"),
            details,
            cancellationToken);
    }
}
