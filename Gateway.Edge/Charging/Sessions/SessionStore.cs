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
    /// <summary>A session begins.</summary>
    /// <param name="session">The session.</param>
    /// <param name="link">The key of its address.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <exception cref="SqliteException">It could not be written.</exception>
    public Task BeginAsync(ChargeSession session, string link, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
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
            var name = NameOf(session.Device);
            var past = SessionRows.Past(change.File, new SessionFilter(session.Device, session.Outlet), 0, TaperRule.Looks);
            SessionRows.Put(change.File, session);
            SessionRows.AddPoints(change.File, session.Id, points);
            change.Record(SessionRecords.OfEnd(session, name, isAlarm));
            if (TaperRule.Judge(session, past) is { } finding && FindingRows.Add(change.File, finding))
            {
                change.Record(SessionRecords.OfFinding(finding, session, name));
            }

            return true;
        },
        remember: null,
        CancellationToken.None);

    /// <summary>Ends what was under way when the gateway stopped unexpectedly, at the moment it was last seen; how many there were.</summary>
    public async Task<int> EndInterruptedAsync(CancellationToken cancellationToken)
    {
        var open = await database.ReadAsync(SessionRows.Open, cancellationToken);
        foreach (var session in open)
        {
            var ended = session with { Ended = session.Seen, Reason = EndReason.PowerFailure, Detail = SessionWords.GatewayWasOff };
            await EndAsync(ended, [], isAlarm: false);
        }

        return open.Count;
    }

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

    /// <summary>Erases what has been kept long enough.</summary>
    public async Task EraseAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var erased = await database.ChangeAsync(
            change =>
            {
                var count = SessionRows.DeleteBefore(change.File, before);
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
    }

    /// <summary>Gives the journal what a stop left behind.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken) => database.CatchUpAsync(cancellationToken);

    /// <summary>Reads.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken) => database.ReadAsync(read, cancellationToken);

    private LocalizedText? NameOf(string device) => devices.Of<IChargingPoint>().FirstOrDefault(point => point.Id.Value == device)?.Name.Localized();
}
