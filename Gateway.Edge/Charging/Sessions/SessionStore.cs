using Gateway.Cloud.Contract;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Charging.Learning;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Charging.Storage;
using Gateway.Edge.Passages;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>
/// Sessions on the disk: each change is flushed there, with its journal record, before this returns. Safe for several threads.
/// </summary>
internal sealed class SessionStore(ChargingDatabase database, IDeviceDirectory devices, TimeProvider time)
{
    /// <summary>Each has a curve of some thousand points, and what is deleted is overwritten.</summary>
    private const int MostErased = 20;

    /// <summary>
    /// A session begins. One that was left open at its outlet ends as of when it was last seen; one that is on the disk already stays as it is.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="link">The key of its address.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <exception cref="SqliteException">It could not be written.</exception>
    public Task BeginAsync(ChargeSession session, string link, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            // An earlier try may have been written and failed only afterwards.
            if (SessionRows.Find(change.File, session.Id) is not null)
            {
                return true;
            }

            foreach (var left in SessionRows.Open(change.File).Where(open => open.Device == session.Device && open.Outlet == session.Outlet))
            {
                End(change, left with { Ended = left.Seen, Reason = EndReason.Fault }, [], isAlarm: false);
            }

            SessionRows.Add(change.File, session, ChargeKey.HashOf(link));
            change.Record(SessionRecords.OfBegin(session, NameOf(session.Device)));
            return true;
        },
        remember: null,
        cancellationToken);

    /// <summary>Writes how sessions under way stand; nothing is told of it.</summary>
    /// <exception cref="SqliteException">It could not be written.</exception>
    public Task SaveAsync(IReadOnlyList<(ChargeSession Session, IReadOnlyList<CurvePoint> Points)> sessions, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            foreach (var (session, points) in sessions)
            {
                SessionRows.Put(change.File, session);
                SessionRows.AddPoints(change.File, session.Id, points);
            }

            return true;
        },
        remember: null,
        cancellationToken);

    /// <summary>A session has ended; what its curve tells of the battery is found on the way.</summary>
    /// <param name="session">As it ended.</param>
    /// <param name="points">The part of its curve that is not on the disk.</param>
    /// <param name="isAlarm">Whether its end is one.</param>
    /// <exception cref="SqliteException">It could not be written.</exception>
    public Task EndAsync(ChargeSession session, IReadOnlyList<CurvePoint> points, bool isAlarm) => database.ChangeAsync(
        change =>
        {
            End(change, session, points, isAlarm);
            return true;
        },
        remember: null,
        CancellationToken.None);

    /// <summary>Ends what was under way when the gateway stopped unexpectedly, at the moment it was last seen; how many there were.</summary>
    /// <param name="isLive">Which sessions go on: those that began since the start.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <exception cref="SqliteException">It could not be written.</exception>
    public Task<int> EndInterruptedAsync(Func<Guid, bool> isLive, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            // Read within the change: a session leaves memory only after its end has been written.
            var open = SessionRows.Open(change.File).FindAll(session => !isLive(session.Id));
            open.ForEach(session => End(change, session with { Ended = session.Seen, Reason = EndReason.PowerFailure, Detail = SessionWords.GatewayWasOff }, [], isAlarm: false));
            return open.Count;
        },
        remember: null,
        cancellationToken);

    /// <summary>Puts on record that somebody of the staff acted.</summary>
    public Task AuditAsync(ChargingAudit audit, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            change.Record(audit.ToRecord());
            return true;
        },
        remember: null,
        cancellationToken);

    /// <summary>Settles a finding; false where there is none.</summary>
    public Task<bool> CloseFindingAsync(TaperFinding finding, string by, string note, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            var closed = FindingRows.Close(change.File, finding.Session, by, note, time.GetUtcNow());
            if (closed)
            {
                change.Record(ChargingAudit.FindingClosed(finding.Outlet, by, note, time.GetUtcNow()).ToRecord());
            }

            return closed;
        },
        remember: null,
        cancellationToken);

    /// <summary>Erases what has been kept long enough, a few sessions at a time so that nobody waits for it; whether there may be more.</summary>
    /// <exception cref="SqliteException">It could not be written.</exception>
    public async Task<bool> EraseAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var erased = await database.ChangeAsync(
            change =>
            {
                var count = SessionRows.DeleteBefore(change.File, before, MostErased);
                if (count > 0)
                {
                    change.Record(ChargingAudit.Erased(count, time.GetUtcNow()).ToRecord());
                }

                return count;
            },
            remember: null,
            cancellationToken);
        if (erased > 0)
        {
            await database.EmptyLogAsync(cancellationToken);
        }

        return erased == MostErased;
    }

    /// <summary>Gives the journal what a stop left behind.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken) => database.CatchUpAsync(cancellationToken);

    /// <summary>Reads.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken) => database.ReadAsync(read, cancellationToken);

    private void End(ChargingTransaction change, ChargeSession session, IReadOnlyList<CurvePoint> points, bool isAlarm)
    {
        var name = NameOf(session.Device);
        var past = SessionRows.Past(change.File, new SessionFilter(session.Device, session.Outlet), 0, TaperRule.Looks);
        SessionRows.Put(change.File, session);
        SessionRows.AddPoints(change.File, session.Id, points);
        change.Record(SessionRecords.OfEnd(session, name, isAlarm));
        if (TaperRule.Judge(session, past) is { } finding && FindingRows.Add(change.File, finding))
        {
            change.Record(SessionRecords.OfFinding(finding, session, name));
        }
    }

    private LocalizedText? NameOf(string device) => devices.Of<IChargingPoint>().FirstOrDefault(point => point.Id.Value == device)?.Name.Localized();
}
