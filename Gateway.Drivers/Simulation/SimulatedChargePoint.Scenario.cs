using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Ocpp.Points;

namespace Gateway.Drivers.Simulation;

/// <content>What a scenario does to the charger, and what it does by itself.</content>
internal sealed partial class SimulatedChargePoint
{
    private SimulatedObedience _obedience;

    /// <summary>What it does when it is told to stop.</summary>
    public SimulatedObedience Obedience
    {
        get
        {
            lock (_gate)
            {
                return _obedience;
            }
        }

        set
        {
            lock (_gate)
            {
                _obedience = value;
            }
        }
    }

    /// <summary>Somebody plugs a pack in and, with a card, charges it.</summary>
    public void Plug(int connector, SimulatedPack pack, string? idTag = null) => Act(() =>
    {
        var outlet = Outlet(connector);
        outlet.Pack = pack;
        Settle(outlet);
        if (idTag is not null && !outlet.Inoperative && outlet.Status != OcppStatus.Faulted)
        {
            Begin(outlet, idTag);
        }
    });

    /// <summary>Somebody pulls the plug.</summary>
    public void Unplug(int connector) => Act(() =>
    {
        var outlet = Outlet(connector);
        (outlet.Pack, outlet.ExtraCelsius) = (null, 0);
        End(outlet, OcppStopReason.EVDisconnected);
        outlet.Closed = false;
        Settle(outlet);
    });

    /// <summary>A fault comes, or goes with <see cref="OcppErrorCode.NoError"/>. The charger itself ends the charge.</summary>
    public void Fault(int connector, OcppErrorCode error) => Act(() =>
    {
        var outlet = Outlet(connector);
        outlet.Error = error;
        if (error != OcppErrorCode.NoError)
        {
            End(outlet, OcppStopReason.Other);
        }

        Settle(outlet);
    });

    /// <summary>The outlet grows hotter by so many degrees than it should be.</summary>
    public void Heat(int connector, double celsius) => Act(() =>
    {
        var outlet = Outlet(connector);
        outlet.ExtraCelsius = celsius;
        Say(new OcppEvent.Metered(_clock.GetUtcNow(), connector, outlet.Read(_clock.GetUtcNow()), Late: false));
    });

    /// <summary>The smoke sensor speaks.</summary>
    public void Smoke(int? connector, bool present) => Act(() => Say(new OcppEvent.Smoke(_clock.GetUtcNow(), connector, present)));

    /// <summary>The network goes; the charger charges on and keeps what it has to say.</summary>
    public void GoOffline() => Act(() => SetLink(LinkWords.Ended(Id, "disconnected", _clock.GetUtcNow())));

    /// <summary>The network is back; what was kept is told late.</summary>
    public void ComeBack() => Act(() =>
    {
        SetLink(LinkWords.Connected(Id, _clock.GetUtcNow()));
        while (_kept.TryDequeue(out var occurrence))
        {
            Say(occurrence switch
            {
                OcppEvent.Started started => started with { HeardAt = _clock.GetUtcNow(), Late = true },
                OcppEvent.Stopped stopped => stopped with { HeardAt = _clock.GetUtcNow(), Late = true },
                _ => occurrence with { HeardAt = _clock.GetUtcNow() },
            });
        }
    });

    /// <summary>The upstream contactor opens or closes: without power nothing flows and nothing is said.</summary>
    public void Power(bool on) => Act(() =>
    {
        foreach (var outlet in _outlets.Values)
        {
            End(outlet, OcppStopReason.PowerLoss);
            outlet.Closed = false;
            Settle(outlet);
        }

        SetLink(on ? LinkWords.Connected(Id, _clock.GetUtcNow()) : LinkWords.Ended(Id, "disconnected", _clock.GetUtcNow()));
    });

    private void Act(Action act)
    {
        lock (_gate)
        {
            Pass();
            act();
        }
    }

    private void Report() => Act(() =>
    {
        var now = _clock.GetUtcNow();
        foreach (var outlet in _outlets.Values.Where(outlet => outlet.Transaction is not null || outlet.Watts > 0))
        {
            Say(new OcppEvent.Metered(now, outlet.Number, outlet.Read(now), Late: false));
            Settle(outlet);
        }
    });

    /// <summary>Lets the time since last time pass for every outlet.</summary>
    private void Pass()
    {
        var now = _clock.GetTimestamp();
        var passed = _clock.GetElapsedTime(_at, now);
        _at = now;
        foreach (var outlet in _outlets.Values)
        {
            outlet.Pass(passed);
        }
    }

    private SimulatedOutlet Outlet(int connector)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(connector);
        if (!_outlets.TryGetValue(connector, out var outlet))
        {
            _outlets[connector] = outlet = new SimulatedOutlet(connector);
        }

        return outlet;
    }

    private void Begin(SimulatedOutlet outlet, string idTag)
    {
        var now = _clock.GetUtcNow();
        outlet.Transaction = new OcppTransaction(++_lastId, Id, outlet.Number, idTag, now) { MeterStart = outlet.Register, HeardAt = now };
        outlet.Closed = true;
        _transactions.Add(outlet.Transaction);
        if (_transactions.Count > MostKept)
        {
            _transactions.RemoveAt(0);
        }

        Say(new OcppEvent.Started(now, outlet.Transaction, Late: false));
        Settle(outlet);
    }

    private void End(SimulatedOutlet outlet, OcppStopReason reason)
    {
        if (outlet.Transaction is not { } transaction)
        {
            return;
        }

        var now = _clock.GetUtcNow();
        var ended = transaction with { StoppedAt = now, MeterStop = outlet.Register, Reason = reason };
        (outlet.Transaction, outlet.Closed) = (null, Obedience == SimulatedObedience.IsWelded);
        _transactions[_transactions.FindIndex(candidate => candidate.Id == ended.Id)] = ended;
        Say(new OcppEvent.Stopped(now, ended, Late: false));
        Settle(outlet);
    }

    /// <summary>Finds the state that follows from everything else, and tells it where it is new.</summary>
    private void Settle(SimulatedOutlet outlet)
    {
        var status = outlet switch
        {
            { Error: not OcppErrorCode.NoError } => OcppStatus.Faulted,
            { Transaction: not null, Watts: > 0 } => OcppStatus.Charging,
            { Transaction: not null } => OcppStatus.SuspendedEV,
            { Inoperative: true } => OcppStatus.Unavailable,
            { Pack: not null } => OcppStatus.Preparing,
            _ => OcppStatus.Available,
        };
        var isNew = status != outlet.Status;
        outlet.Status = status;
        if (isNew)
        {
            Say(new OcppEvent.StatusChanged(_clock.GetUtcNow(), Snapshot(outlet)));
        }
    }

    private void SetLink(OcppLink link)
    {
        if (link.Connected != _link.Connected)
        {
            _link = link;
            _events.Post(new OcppEvent.LinkChanged(link.Since, link));
        }
    }
}
