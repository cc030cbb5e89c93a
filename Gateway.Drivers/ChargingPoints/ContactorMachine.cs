using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>
/// The shed's contactor: an opening is proven by every meter, or it is an alarm. Meters have to be fed from before the contactor; one that
/// is silent proves nothing. Pure and not thread-safe, like <see cref="OutletMachine"/>.
/// </summary>
internal sealed class ContactorMachine(ChargingLimits limits)
{
    private readonly List<ChargingAct> _acts = [];
    private TimeSpan? _openedAt; // an opening whose effect is not proven yet
    private TimeSpan? _drivenAt;
    private string? _fault;

    /// <summary>Whether it is meant to feed the shed.</summary>
    public bool Closed { get; private set; }

    /// <summary>When something will be due without further input; null when nothing will.</summary>
    public TimeSpan? NextDeadline => _openedAt + limits.CutOffWithin;

    public IReadOnlyList<ChargingAct> Close(TimeSpan now)
    {
        if (!Closed)
        {
            (Closed, _openedAt) = (true, null);
            _acts.Add(new ChargingAct.Contactor(true));
            Tell(now, (device, at) => new ContactorClosed(device, at));
        }

        return Done();
    }

    /// <summary>Opens; one that is open is driven again and told of no more.</summary>
    public IReadOnlyList<ChargingAct> Open(Wording reason, TimeSpan now)
    {
        _acts.Add(new ChargingAct.Contactor(false));
        if (Closed)
        {
            (Closed, _openedAt, _drivenAt, _fault) = (false, now, null, null);
            Tell(now, (device, at) => new ContactorOpened(device, at, reason));
        }

        return Done();
    }

    public void Driven(bool closed, TimeSpan now)
    {
        if (!closed)
        {
            (_drivenAt, _fault) = (now, null);
        }
    }

    public IReadOnlyList<ChargingAct> NotDriven(bool closed, string why, TimeSpan now)
    {
        _fault = why;
        return closed ? Open(ChargingWords.ContactorNotDriven(why), now) : [];
    }

    /// <summary>Holds the outlets' readings against an opening; call after each reading and when due.</summary>
    public IReadOnlyList<ChargingAct> Advance(IReadOnlyList<OutletMachine> outlets, TimeSpan now)
    {
        if (_openedAt is not { } opened)
        {
            return [];
        }

        if (outlets.All(outlet => outlet is { Problem: null, Last: { } last } && last.Begun >= _drivenAt && last.Reading.Power < limits.CutOffBelow))
        {
            _openedAt = null;
            Tell(now, (device, at) => new ContactorVerified(device, at, now - opened));
        }
        else if (NextDeadline <= now)
        {
            _openedAt = null;
            var cause = Cause(outlets);
            Tell(now, (device, at) => new ContactorFailed(device, at, cause));
        }

        return Done();
    }

    private Wording Cause(IReadOnlyList<OutletMachine> outlets)
    {
        if (_drivenAt is null)
        {
            return ChargingWords.ContactorNotDriven(_fault ?? "no answer yet");
        }

        var fed = outlets.FirstOrDefault(outlet => outlet.Last is { } last && last.Begun >= _drivenAt && last.Reading.Power >= limits.CutOffBelow);
        return fed is null ? ChargingWords.NothingReads : ChargingWords.ContactorStillFeeds(fed.Id, fed.Last!.Value.Reading.Power);
    }

    private void Tell(TimeSpan now, Func<DeviceId, DateTimeOffset, Observation> make) => _acts.Add(new ChargingAct.Tell(now, make));

    private List<ChargingAct> Done()
    {
        List<ChargingAct> acts = [.. _acts];
        _acts.Clear();
        return acts;
    }
}
