using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>
/// Looks at every session again and again: lets the rules decide, has the outlet cut off, waits for the meter's proof, cuts the neighbours of
/// what is hot, and ends the session on the disk; only then do pages tell of it. A session whose end cannot be written is tried again.
/// </summary>
internal sealed class SessionKeeper(
    LiveSessions live, SessionStore store, LabelBook labels, OutletCuts cuts, WarmOutlets warm, Adoption adoption, IDeviceDirectory devices, ChargingOptions options, TimeProvider time, ILogger<SessionKeeper> logger)
    : BackgroundService
{
    /// <summary>How long a stop of the gateway waits for the meters' proofs.</summary>
    private static readonly TimeSpan s_leaveWithin = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan s_eraseEvery = TimeSpan.FromHours(1);

    // Owned by the loop.
    private long? _saved;
    private long? _erased;
    private bool _isBehind; // what a stop left behind has still to be written

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await labels.LoadAsync(cancellationToken);
        await CatchUpAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Ends what is under way: a shed that nobody watches is off.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        var began = time.GetTimestamp();
        while (!live.All.All(session => !session.IsOn) && !cancellationToken.IsCancellationRequested)
        {
            var late = time.GetElapsedTime(began) > s_leaveWithin;
            foreach (var session in live.All.Where(session => session.IsOn))
            {
                session.End(EndReason.GatewayStopped, detail: null);
                await LookAsync(session, StatusOf(session.Outlet));
                if (late)
                {
                    await FinishAsync(session, proven: false);
                    live.Remove(session);
                }
            }

            await Task.Delay(options.Every, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One look at every session.</summary>
    internal async Task RoundAsync(CancellationToken cancellationToken)
    {
        foreach (var point in devices.Of<IChargingPoint>())
        {
            cuts.CutNeighboursOfHot(point);
            await adoption.LookAsync(point, cancellationToken);
        }

        foreach (var session in live.All.Where(session => session.IsOn))
        {
            await LookAsync(session, StatusOf(session.Outlet));
        }

        if (_saved is not { } saved || time.GetElapsedTime(saved) >= options.SaveEvery)
        {
            _saved = time.GetTimestamp();
            if (_isBehind)
            {
                await CatchUpAsync(cancellationToken);
            }

            await SaveAsync(cancellationToken);
        }

        if (_erased is not { } erased || time.GetElapsedTime(erased) >= s_eraseEvery)
        {
            _erased = time.GetTimestamp();
            if (await store.EraseAsync(time.GetUtcNow().AddDays(-options.KeepDays), cancellationToken))
            {
                _erased = null; // the next round goes on
            }
        }
    }

    /// <summary>Ends what a stop left behind. A disk that takes nothing is no reason to serve no gate: the loop tries again.</summary>
    internal async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            _isBehind = true;
            if (await store.EndInterruptedAsync(id => live.Find(id) is not null, cancellationToken) is > 0 and var count)
            {
                ChargingLog.Interrupted(logger, count);
            }

            await store.CatchUpAsync(cancellationToken);
            _isBehind = false;
        }
        catch (Exception error) when (error is SqliteException or JournalUnavailableException or IOException)
        {
            ChargingLog.StartNotStored(logger, error);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Every, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one round throws must not end the watch over all sessions.
            catch (Exception error)
#pragma warning restore CA1031
            {
                ChargingLog.RoundFailed(logger, options.Every, error);
                await Task.Delay(options.Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static EndReason ReasonOf(CutOffCause cause) => cause switch
    {
        CutOffCause.Smoke => EndReason.Smoke,
        CutOffCause.Heat => EndReason.Heat,
        CutOffCause.Overload => EndReason.Overload,
        CutOffCause.Ordered => EndReason.StoppedByProperty,
        _ => EndReason.Fault,
    };

    private (IChargingPoint Point, OutletStatus Status)? StatusOf(OutletId outlet) =>
        devices.Of<IChargingPoint>().FirstOrDefault(point => point.Id.Value == outlet.Device) is { } point
        && point.Outlets.FirstOrDefault(status => status.Id == outlet.Outlet) is { } status
            ? (point, status)
            : null;

    private async Task LookAsync(LiveSession session, (IChargingPoint Point, OutletStatus Status)? found)
    {
        if (found is not var (point, status))
        {
            session.End(EndReason.Fault, SessionWords.Removed);
            await FinishAsync(session, proven: false);
            return;
        }

        var isOn = status.State is OutletState.Idle or OutletState.Charging;
        if (session.Ending is null && isOn)
        {
            session.Read(status);
        }
        else if (session.Ending is null)
        {
            // Smoke says it all; of heat and overload the numbers are worth knowing.
            session.End(ReasonOf(status.Cause), status.Cause == CutOffCause.Smoke ? null : status.Reason.Localized());
        }

        // What the driver found too hot it keeps off by itself.
        if (session.Ending == EndReason.Heat && status.Cause != CutOffCause.Heat)
        {
            warm.Note(session.Outlet, status.Meter?.Temperature);
        }

        switch (status.State)
        {
            case OutletState.Idle or OutletState.Charging when session.Ending is { } reason:
                cuts.Cut(point, session, reason);
                break;
            case OutletState.Off or OutletState.Stuck or OutletState.Unknown:
                // Cut and looked at by the meter: now the neighbours, then the record that is the alarm, then whoever waits for it.
                if (session.Ending == EndReason.Heat)
                {
                    cuts.CutNeighbours(point, session.Outlet.Outlet);
                }

                await FinishAsync(session, proven: status.State == OutletState.Off, isAlarm: session.Ending == EndReason.Heat && status.Cause != CutOffCause.Heat);
                break;
        }
    }

    private async Task FinishAsync(LiveSession session, bool proven, bool isAlarm = false)
    {
        if (!await adoption.WriteAsync(session, CancellationToken.None))
        {
            return;
        }

        var (_, unsaved) = session.Unsaved();
        var ended = session.Ended(proven);
        try
        {
            await store.EndAsync(ended, unsaved, isAlarm);
        }
        catch (SqliteException error)
        {
            ChargingLog.NotWritten(logger, ended.Device, ended.Outlet, error);
            return;
        }

        live.Remove(session);
        ChargingLog.Ended(logger, ended.Device, ended.Outlet, ended.Reason!.Value, ended.WattHours, proven);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var session in live.All.Where(session => session is { IsOn: true, IsUnwritten: true }))
        {
            await adoption.WriteAsync(session, cancellationToken);
        }

        var under = live.All.Where(session => session is { IsOn: true, IsUnwritten: false }).Select(session => (Live: session, Unsaved: session.Unsaved())).ToList();
        if (under.Count == 0)
        {
            return;
        }

        await store.SaveAsync([.. under.Select(entry => (entry.Unsaved.Session, entry.Unsaved.Unsaved))], cancellationToken);
        under.ForEach(entry => entry.Live.Saved(entry.Unsaved.Unsaved.Count));
    }
}
