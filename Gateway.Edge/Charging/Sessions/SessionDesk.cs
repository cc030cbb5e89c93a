using Gateway.Cloud.Contract;
using Gateway.Drivers.ChargingPoints;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Passages;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>
/// Starts and stops sessions for whoever asks. Who stands at the outlet with its code may start; who started may stop. A session is on the
/// disk before its outlet is switched on. Safe for several threads.
/// </summary>
internal sealed class SessionDesk(
    LabelBook labels, LiveSessions live, SessionStore store, ChargeRules rules, StartLimit limit, WarmOutlets warm, TimeProvider time, ILogger<SessionDesk> logger)
{
    /// <summary>Why an outlet cannot be started now; null when it can.</summary>
    public LocalizedText? Refusal(OutletId outlet, OutletStatus status) =>
        live.At(outlet) is not null || status.State is OutletState.Idle or OutletState.Charging ? SessionWords.InUse
        : status.Refusal is { } refusal ? refusal.Localized()
        : warm.HasToCool(outlet, status.Meter?.Temperature) ? SessionWords.StillWarm
        : rules.Night.ForbidsStart(time.GetUtcNow()) ? SessionWords.NightRefusal
        : null;

    /// <summary>Starts at the outlet of a QR code; null where the code leads nowhere.</summary>
    public async Task<StartAnswer?> StartAsync(string? key, CancellationToken cancellationToken)
    {
        if (labels.Find(key) is not var (point, outlet))
        {
            return null;
        }

        if (Refusal(outlet, point.Outlets.First(status => status.Id == outlet.Outlet)) is { } refusal)
        {
            return StartAnswer.Refused(refusal);
        }

        if (!limit.Take(outlet))
        {
            return StartAnswer.Refused(SessionWords.TooManyStarts);
        }

        var begun = time.GetUtcNow();
        var session = new LiveSession(new ChargeSession(Guid.CreateVersion7(begun), outlet.Device, outlet.Outlet, begun) { Seen = begun }, rules, time);
        if (!live.TryAdd(session))
        {
            return StartAnswer.Refused(SessionWords.InUse);
        }

        try
        {
            return await BeginAsync(point, session, cancellationToken);
        }
        finally
        {
            if (!session.IsOn)
            {
                live.Remove(session);
            }
        }
    }

    /// <summary>The live session of an address; null where it has ended or there is none.</summary>
    public async Task<SessionView?> FollowAsync(string? link, CancellationToken cancellationToken)
    {
        if (!ChargeKey.Looks(link))
        {
            return null;
        }

        var hash = ChargeKey.HashOf(link!);
        return await store.ReadAsync(file => SessionRows.Linked(file, hash) is { } session ? (session, SessionRows.Curve(file, session.Id)) : default, cancellationToken)
            is ({ } kept, var curve) ? ViewOf(kept, curve) : null;
    }

    /// <summary>A session under way, from memory; null for any other.</summary>
    public SessionView? LiveView(Guid session) => live.Find(session)?.View();

    /// <summary>A session as a page shows it: from memory while it goes on.</summary>
    public SessionView ViewOf(ChargeSession kept, IReadOnlyList<CurvePoint> curve) => kept.Ended is null && LiveView(kept.Id) is { } under
        ? under
        : new SessionView(kept, ChargePhase.Waiting, Ending: null, kept.Took(time.GetUtcNow()), Watts: null, curve);

    /// <summary>Ends a session for whoever started it.</summary>
    public void Stop(Guid session) => live.Find(session)?.End(EndReason.StoppedByYou, detail: null);

    /// <summary>Ends a session for the staff; on record before it is done. False where it has ended meanwhile.</summary>
    /// <param name="session">The session.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">The reason, one line; the same in both languages where somebody wrote it.</param>
    /// <param name="cancellationToken">Gives up before anything is done.</param>
    /// <exception cref="SqliteException">It could not be put on record.</exception>
    public async Task<bool> EndAsync(Guid session, string by, LocalizedText why, CancellationToken cancellationToken)
    {
        if (live.Find(session) is not { } under)
        {
            return false;
        }

        await store.AuditAsync(ChargingAudit.SessionEnded(under.Outlet, by, why.Zh == why.En ? why.Zh : $"{why.Zh} / {why.En}", time.GetUtcNow()), cancellationToken);
        under.End(EndReason.StoppedByProperty, why);
        return true;
    }

    private async Task<StartAnswer> BeginAsync(IChargingPoint point, LiveSession session, CancellationToken cancellationToken)
    {
        var (link, begun) = (ChargeKey.Make(), session.Unsaved().Session);
        try
        {
            await store.BeginAsync(begun, link, cancellationToken);
        }
        catch (SqliteException error)
        {
            ChargingLog.NotWritten(logger, session.Outlet.Device, session.Outlet.Outlet, error);
            return StartAnswer.Refused(SessionWords.NotRecorded);
        }

        // Not cancelled with the request any more: what is on record is done.
        try
        {
            await point.SwitchOnAsync(session.Outlet.Outlet, CancellationToken.None);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever a driver throws, what is on record has to end there.
        catch (Exception error)
#pragma warning restore CA1031
        {
            ChargingLog.NotSwitchedOn(logger, session.Outlet.Device, session.Outlet.Outlet, error);
            await EndUnbegunAsync(begun);
            return StartAnswer.Refused(SessionWords.NotSwitchedOn);
        }

        session.SwitchedOn();
        ChargingLog.Begun(logger, session.Outlet.Device, session.Outlet.Outlet);
        return new StartAnswer(link, Refusal: null);
    }

    // No meter has been looked at since, so nothing is proven.
    private async Task EndUnbegunAsync(ChargeSession begun)
    {
        try
        {
            await store.EndAsync(begun with { Ended = time.GetUtcNow(), Reason = EndReason.Fault }, [], isAlarm: false);
        }
        catch (SqliteException error)
        {
            // The next start at that outlet ends it.
            ChargingLog.NotWritten(logger, begun.Device, begun.Outlet, error);
        }
    }
}
