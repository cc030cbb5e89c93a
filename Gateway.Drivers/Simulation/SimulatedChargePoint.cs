using System.Threading.Channels;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Ocpp.Points;
using Gateway.Drivers.Devices;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// A charger in software, as the gateway sees it; what a scenario does to it is in the other half. It reports by itself while something
/// is plugged in. Safe for several threads.
/// </summary>
internal sealed partial class SimulatedChargePoint : IOcppChargePoint, IDisposable
{
    private const int MostKept = 128;

    private readonly Lock _gate = new(); // guards everything below
    private readonly TimeProvider _clock;
    private readonly EventQueue _events;
    private readonly ITimer _reports;
    private readonly SortedDictionary<int, SimulatedOutlet> _outlets = [];
    private readonly List<OcppTransaction> _transactions = [];
    private readonly Queue<OcppEvent> _kept = new(); // what is said when it is back
    private long _at;
    private int _lastId;
    private OcppLink _link;

    public SimulatedChargePoint(string id, TimeProvider clock)
    {
        (Id, _clock, _at) = (id, clock, clock.GetTimestamp());
        _events = new EventQueue(id, clock, NullLogger.Instance);
        _link = LinkWords.Connected(id, clock.GetUtcNow());
        Boot = new OcppBoot("Simulated", "Shed", clock.GetUtcNow());
        _events.Post(new OcppEvent.LinkChanged(_link.Since, _link));
        _events.Post(new OcppEvent.Booted(Boot.At, Boot));
        _reports = clock.CreateTimer(_ => Report(), null, ReportEvery, ReportEvery);
    }

    /// <summary>How often readings come while something flows.</summary>
    public static TimeSpan ReportEvery { get; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public bool Connected => Link.Connected;

    /// <inheritdoc/>
    public OcppLink Link
    {
        get
        {
            lock (_gate)
            {
                return _link;
            }
        }
    }

    /// <inheritdoc/>
    public OcppBoot? Boot { get; }

    /// <inheritdoc/>
    public IReadOnlyList<OcppConnector> Connectors
    {
        get
        {
            lock (_gate)
            {
                Pass();
                return [.. _outlets.Values.Select(Snapshot)];
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<OcppTransaction> Transactions
    {
        get
        {
            lock (_gate)
            {
                return [.. _transactions];
            }
        }
    }

    /// <inheritdoc/>
    public ChannelReader<OcppEvent> Events => _events.Reader;

    /// <inheritdoc/>
    public Task<OcppAnswer> RemoteStartAsync(int connector, string idTag, CancellationToken cancellationToken) => CommandAsync("RemoteStartTransaction", () =>
    {
        var outlet = Outlet(connector);
        if (outlet is { Pack: null } or { Transaction: not null } or { Inoperative: true } or { Status: OcppStatus.Faulted })
        {
            return OcppAnswer.Rejected;
        }

        Begin(outlet, idTag);
        return OcppAnswer.Accepted;
    });

    /// <inheritdoc/>
    public Task<OcppAnswer> RemoteStopAsync(int transactionId, CancellationToken cancellationToken) => CommandAsync("RemoteStopTransaction", () =>
    {
        var outlet = _outlets.Values.FirstOrDefault(candidate => candidate.Transaction?.Id == transactionId);
        if (outlet is null || Obedience == SimulatedObedience.Rejects)
        {
            return OcppAnswer.Rejected;
        }

        if (Obedience != SimulatedObedience.Ignores)
        {
            End(outlet, OcppStopReason.Remote);
        }

        return OcppAnswer.Accepted;
    });

    /// <inheritdoc/>
    public Task<OcppAnswer> ChangeAvailabilityAsync(int connector, bool operative, CancellationToken cancellationToken) => CommandAsync("ChangeAvailability", () =>
    {
        if (Obedience == SimulatedObedience.Rejects)
        {
            return OcppAnswer.Rejected;
        }

        var meant = connector == 0 ? _outlets.Values.ToList() : [Outlet(connector)];
        foreach (var outlet in meant.Where(_ => Obedience != SimulatedObedience.Ignores))
        {
            outlet.Inoperative = !operative;
            Settle(outlet);
        }

        return meant.Exists(outlet => outlet.Transaction is not null) ? OcppAnswer.Scheduled : OcppAnswer.Accepted;
    });

    /// <inheritdoc/>
    public Task<OcppAnswer> ResetAsync(bool hard, CancellationToken cancellationToken) => CommandAsync("Reset", () =>
    {
        foreach (var outlet in _outlets.Values)
        {
            End(outlet, hard ? OcppStopReason.HardReset : OcppStopReason.SoftReset);
        }

        return OcppAnswer.Accepted;
    });

    /// <inheritdoc/>
    public Task<OcppAnswer> UnlockAsync(int connector, CancellationToken cancellationToken) => CommandAsync("UnlockConnector", () => OcppAnswer.NotSupported);

    /// <inheritdoc/>
    public Task<OcppAnswer> TriggerAsync(OcppTrigger what, int? connector, CancellationToken cancellationToken) => CommandAsync("TriggerMessage", () =>
    {
        Report();
        return OcppAnswer.Accepted;
    });

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> GetConfigurationAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await CommandAsync("GetConfiguration", () => OcppAnswer.Accepted);
        return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public Task<OcppAnswer> ChangeConfigurationAsync(string key, string value, CancellationToken cancellationToken) =>
        CommandAsync("ChangeConfiguration", () => OcppAnswer.NotSupported);

    /// <inheritdoc/>
    public void Dispose() => _reports.Dispose();

    private async Task<OcppAnswer> CommandAsync(string action, Func<OcppAnswer> obey)
    {
        lock (_gate)
        {
            if (!_link.Connected)
            {
                throw new DeviceFaultException($"{action} was not sent. {_link.Reason.En}");
            }

            Pass();
            if (Obedience != SimulatedObedience.IsSilent)
            {
                return obey();
            }
        }

        await Task.Delay(OutgoingCalls.Patience, _clock);
        throw new DeviceFaultException($"The charger {Id} did not answer {action} within {OutgoingCalls.Patience.TotalSeconds:0} s. If this goes on, restart the charger.");
    }

    private OcppConnector Snapshot(SimulatedOutlet outlet) => new(outlet.Number)
    {
        Status = outlet.Status,
        Error = outlet.Error,
        StatusAt = _clock.GetUtcNow(),
        Transaction = outlet.Transaction,
        Meter = outlet.Read(_clock.GetUtcNow()),
    };

    /// <summary>Says something now, or once the charger is back; readings of a cut-off are not kept.</summary>
    private void Say(OcppEvent occurrence)
    {
        if (_link.Connected)
        {
            _events.Post(occurrence);
        }
        else if (occurrence is not OcppEvent.Metered && _kept.Count < MostKept)
        {
            _kept.Enqueue(occurrence);
        }
    }
}
