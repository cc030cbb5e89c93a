using System.Threading.Channels;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>
/// A shed of outlets: carries out what <see cref="ShedMachine"/> decides and feeds it with what meters and detectors show. A shed that
/// nobody watches is off: every relay is opened when the loop ends, for whatever reason.
/// </summary>
internal sealed partial class ChargingPoint : IChargingPoint, IDevice
{
    private const int MostTold = 1024;
    private static readonly TimeSpan Hurry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeaveWithin = TimeSpan.FromSeconds(2);

    /// <summary>Meters that do not answer may take so long to say so.</summary>
    private static readonly TimeSpan SilentMeters = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new(); // guards _shed, _wake, _running and _smokeFault
    private readonly IReadOnlyList<(string Id, IOutletDriver Driver)> _outlets;
    private readonly IDigitalOutput? _contactor;
    private readonly IDigitalInput? _smoke;
    private readonly ChargingLimits _limits;
    private readonly TimeProvider _clock;
    private readonly long _origin;
    private readonly RelayLoop[] _relays;
    private readonly RelayLoop? _main;
    private bool _opened; // guarded by _gate: the contactor was told to open and not yet to close again
    private readonly string?[] _silent; // per outlet, why its meter does not answer; each written by its own loop
    private readonly Channel<Observation> _told = Channel.CreateBounded<Observation>(
        new BoundedChannelOptions(MostTold) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private ShedMachine _shed;
    private TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _running;
    private string? _smokeFault;
    private long _untold;

    public ChargingPoint(
        DeviceId id,
        Wording name,
        IReadOnlyList<(string Id, IOutletDriver Driver)> outlets,
        IDigitalOutput? contactor,
        IDigitalInput? smoke,
        ChargingLimits limits,
        TimeProvider clock,
        AirSensors? air = null)
    {
        (Id, Name, _outlets, _contactor, _smoke, _limits, _clock, _air) = (id, name, outlets, contactor, smoke, limits, clock, air);
        (_origin, _silent, _shed) = (clock.GetTimestamp(), new string?[outlets.Count], NewShed());
        _relays = [.. outlets.Select((outlet, index) => new RelayLoop(
            outlet.Driver.SwitchAsync,
            clock,
            on => Do((shed, now) => shed.Driven(index, on, now)),
            (on, why) => Do((shed, now) => shed.NotDriven(index, on, why, now))))];
        _main = contactor is null ? null : new RelayLoop(
            contactor.SetAsync,
            clock,
            closed => Do((shed, now) =>
            {
                shed.ContactorDriven(closed, now);
                return [];
            }),
            (closed, why) => Do((shed, now) => shed.ContactorNotDriven(closed, why, now)));
    }

    /// <inheritdoc cref="IChargingPoint.Id"/>
    public DeviceId Id { get; }

    /// <inheritdoc cref="IChargingPoint.Name"/>
    public Wording Name { get; }

    /// <inheritdoc/>
    public TimeSpan? QuietAfter => (10 * _limits.PollEvery) + SilentMeters;

    /// <inheritdoc/>
    public string Kind => "charging-point";

    /// <inheritdoc/>
    public IReadOnlyList<OutletStatus> Outlets
    {
        get
        {
            lock (_gate)
            {
                return
                [
                    .. _shed.Outlets.Select((outlet, index) => new OutletStatus(
                        outlet.Id, outlet.State, outlet.Reason, outlet.Last?.Reading, Wall(outlet.Since), outlet.CutFor)
                    {
                        Refusal = _running ? _shed.Refusal(index) : ChargingWords.RefusedStopped,
                    }),
                ];
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask SwitchOnAsync(string outlet, CancellationToken cancellationToken)
    {
        var index = IndexOf(outlet);
        Task? driven = null;
        Wording? refusal = null;
        lock (_gate)
        {
            refusal = _running ? _shed.Refusal(index) : ChargingWords.RefusedStopped;
            if (refusal is null && _shed.Outlets[index].State == OutletState.Off)
            {
                Do((shed, now) => shed.SwitchOn(index, now), (which, order) => driven = which == index ? order : driven);
            }
        }

        if (refusal is not null)
        {
            throw new DeviceFaultException($"Outlet {outlet} of {Id} cannot be switched on: {refusal.En}.");
        }

        await (driven ?? Task.CompletedTask).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask CutOffAsync(string outlet, Wording reason, CancellationToken cancellationToken)
    {
        var index = IndexOf(outlet);
        Task? driven = null;
        if (!Do((shed, now) => shed.CutOff(index, reason, now), (which, order) => driven = which == index ? order : driven))
        {
            await _outlets[index].Driver.SwitchAsync(on: false, cancellationToken);
        }

        await (driven ?? Task.CompletedTask).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask OpenContactorAsync(Wording reason, CancellationToken cancellationToken)
    {
        var contactor = Contactor();
        Task? driven = null;
        if (!Do((shed, now) => shed.Open(reason, now), (which, order) => driven = which == Main ? order : driven))
        {
            await contactor.SetAsync(active: false, cancellationToken);
        }

        await (driven ?? Task.CompletedTask).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask CloseContactorAsync(CancellationToken cancellationToken)
    {
        _ = Contactor();
        Task? driven = null;
        var smoke = false;
        var took = Do(
            (shed, now) =>
            {
                smoke = shed.Smoke;
                return shed.Close(now);
            },
            (which, order) => driven = which == Main ? order : driven);
        if (smoke || !took)
        {
            var why = smoke ? ChargingWords.RefusedSmoke : ChargingWords.RefusedStopped;
            throw new DeviceFaultException($"The contactor of {Id} cannot be closed: {why.En}.");
        }

        await (driven ?? Task.CompletedTask).WaitAsync(cancellationToken);
    }

    private IDigitalOutput Contactor() =>
        _contactor ?? throw new DeviceFaultException($"{Id} has no contactor: name its output in the hardware file if there is one.");

    private int IndexOf(string outlet)
    {
        for (var index = 0; index < _outlets.Count; index++)
        {
            if (string.Equals(_outlets[index].Id, outlet, StringComparison.Ordinal))
            {
                return index;
            }
        }

        throw new DeviceFaultException($"{Id} has no outlet {outlet}: it has {string.Join(", ", _outlets.Select(known => known.Id))}.");
    }

    private ShedMachine NewShed() => new(
        [.. _outlets.Select(outlet => outlet.Id)], _limits, _contactor is not null, _air is { } air ? new AirMachine(air.Limits, air.Smoke is not null) : null);

    private TimeSpan Now() => At(_clock.GetTimestamp());

    private TimeSpan At(long stamp) => _clock.GetElapsedTime(_origin, stamp);

    private DateTimeOffset Wall(TimeSpan at) => _clock.GetUtcNow() - (Now() - at);
}
