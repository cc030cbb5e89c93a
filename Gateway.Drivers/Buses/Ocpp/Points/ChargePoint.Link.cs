using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <content>Whether the charger is there.</content>
internal sealed partial class ChargePoint
{
    private void Heard(OcppSession session)
    {
        lock (_gate)
        {
            if (session != _session)
            {
                return;
            }

            _quiet.Change(_quietAfter, Timeout.InfiniteTimeSpan);
            if (!_link.Connected)
            {
                SetLink(LinkWords.Connected(Id, _clock.GetUtcNow()));
            }
        }
    }

    private void FallQuiet()
    {
        lock (_gate)
        {
            // The connection is left open: should the charger speak again, it is there again. A dead one is found by the pings.
            if (_session is not null && _link.Connected)
            {
                SetLink(LinkWords.Quiet(Id, _quietAfter, _clock.GetUtcNow()));
            }
        }
    }

    private void Forget(OcppSession session, string code)
    {
        lock (_gate)
        {
            if (session == _session)
            {
                _session = null;
                _quiet.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                SetLink(LinkWords.Ended(Id, code, _clock.GetUtcNow()));
            }
        }
    }

    /// <summary>Under the gate, so that the events come in the order of the states.</summary>
    private void SetLink(OcppLink link)
    {
        _link = link;
        OcppLog.Link(_logger, Id, link.Reason.En);
        _events.Post(new OcppEvent.LinkChanged(link.Since, link));
    }

    /// <summary>
    /// A charger that connects again without a restart says nothing of how it is; neither does one that outlived the gateway. Triggers are
    /// an optional part of the protocol: a charger that has none is known once it speaks by itself.
    /// </summary>
    private async Task AskAsync(OcppSession session, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(s_askAfter, _clock, cancellationToken);
            if (!(_desk.Boot?.At >= session.ConnectedAt))
            {
                if (_desk.Boot is null)
                {
                    await TriggerAsync(OcppTrigger.BootNotification, connector: null, cancellationToken);
                }

                await TriggerAsync(OcppTrigger.StatusNotification, connector: null, cancellationToken);
            }
        }
        catch (Exception error) when (error is DeviceFaultException or OperationCanceledException)
        {
            // It cannot be asked, or is gone.
        }
    }
}
