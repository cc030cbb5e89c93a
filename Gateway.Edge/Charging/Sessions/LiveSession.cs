using Gateway.Cloud.Contract;
using Gateway.Drivers.ChargingPoints;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>A session under way: its machine, its curve, and whether it is about to end. Safe for several threads.</summary>
internal sealed class LiveSession
{
    private readonly Lock _gate = new(); // guards everything below that changes
    private readonly ChargingOptions _limits;
    private readonly SessionMachine _machine;
    private readonly TimeProvider _time;
    private readonly List<CurvePoint> _curve = [];
    private long? _on; // when the outlet was switched on, as a timestamp
    private int _saved; // points that are on the disk
    private ChargeSession _session;
    private EndReason? _ending;
    private LocalizedText? _detail;
    private double? _watts;

    public LiveSession(ChargeSession session, ChargeRules rules, TimeProvider time) =>
        (_session, _limits, _machine, _time, Outlet) = (session, rules.Limits, new SessionMachine(rules), time, new OutletId(session.Device, session.Outlet));

    /// <summary>Where it charges.</summary>
    public OutletId Outlet { get; }

    /// <summary>The order to cut it off; owned by the keeper's loop.</summary>
    public Task Cut { get; set; } = Task.CompletedTask;

    /// <summary>Whether its begin has still to be written; owned by the keeper's loop.</summary>
    public bool IsUnwritten { get; set; }

    /// <summary>Whether the outlet has been switched on for it.</summary>
    public bool IsOn
    {
        get
        {
            lock (_gate)
            {
                return _on is not null;
            }
        }
    }

    /// <summary>Why it is about to end; null while it goes on.</summary>
    public EndReason? Ending
    {
        get
        {
            lock (_gate)
            {
                return _ending;
            }
        }
    }

    /// <summary>The outlet is on: time counts from here.</summary>
    public void SwitchedOn()
    {
        lock (_gate)
        {
            _on = _time.GetTimestamp();
        }
    }

    /// <summary>Wants it ended; the first reason stays.</summary>
    public void End(EndReason reason, LocalizedText? detail)
    {
        lock (_gate)
        {
            (_ending, _detail) = _ending is null ? (reason, detail) : (_ending, _detail);
        }
    }

    /// <summary>Takes what the outlet shows, and wants an end where the rules do.</summary>
    public void Read(OutletStatus outlet)
    {
        lock (_gate)
        {
            var (at, now, meter) = (Elapsed(), _time.GetUtcNow(), outlet.Meter);
            _watts = meter is { Power: var power } && double.IsFinite(power) ? power : null;
            var reason = _machine.Read(new ChargeSample(at, now, _watts, meter?.Energy, meter?.Temperature, meter?.Voltage));
            _session = _session with { Seen = now > _session.Begun ? now : _session.Begun, WattHours = _machine.WattHours, Plateau = _machine.Plateau };
            if (_watts is { } watts && (_curve.Count == 0 || at.TotalSeconds - _curve[^1].Second >= _limits.CurveEvery.TotalSeconds))
            {
                _curve.Add(new CurvePoint(Math.Round(at.TotalSeconds, 1), Math.Round(watts, 1)));
            }

            if (reason is { } end && _ending is null)
            {
                (_ending, _detail) = (end, SessionWords.DetailOf(end, outlet, _limits));
            }
        }
    }

    /// <summary>The session as it stands, with the points that are not on the disk yet.</summary>
    public (ChargeSession Session, IReadOnlyList<CurvePoint> Unsaved) Unsaved()
    {
        lock (_gate)
        {
            return (_session, _curve[_saved..]);
        }
    }

    /// <summary>So many points are on the disk now.</summary>
    public void Saved(int points)
    {
        lock (_gate)
        {
            _saved += points;
        }
    }

    /// <summary>The session as it ends now.</summary>
    public ChargeSession Ended(bool proven)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            return _session with
            {
                Ended = now > _session.Begun ? now : _session.Begun,
                Reason = _ending ?? EndReason.Fault,
                Detail = _detail,
                IsProven = proven,
                Tail = Learning.ChargeTail.Of(_curve),
            };
        }
    }

    /// <summary>What a page shows of it.</summary>
    public SessionView View()
    {
        lock (_gate)
        {
            var took = Elapsed();
            List<CurvePoint> curve = [.. _curve];
            if (_watts is { } watts && (curve.Count == 0 || took.TotalSeconds > curve[^1].Second))
            {
                curve.Add(new CurvePoint(took.TotalSeconds, watts));
            }

            return new SessionView(_session, _machine.Phase, _ending, took, _watts, curve);
        }
    }

    private TimeSpan Elapsed() => _on is { } on ? _time.GetElapsedTime(on) : TimeSpan.Zero;
}
