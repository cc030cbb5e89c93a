using Gateway.Drivers.ChargingPoints;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Rules;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>
/// Makes a session of what charges without one: begun with a card at the charger, or switched on by hand. The rules hold for every charge,
/// however it began. Used by the keeper's loop alone.
/// </summary>
internal sealed class Adoption(LiveSessions live, SessionStore store, ChargeRules rules, TimeProvider time, ILogger<Adoption> logger)
{
    /// <summary>Looks at one shed.</summary>
    public async Task LookAsync(IChargingPoint point, CancellationToken cancellationToken)
    {
        foreach (var outlet in point.Outlets.Where(outlet => outlet.State == OutletState.Charging))
        {
            var (id, begun) = (new OutletId(point.Id.Value, outlet.Id), time.GetUtcNow());
            if (live.At(id) is null && new LiveSession(new ChargeSession(Guid.CreateVersion7(begun), id.Device, id.Outlet, begun) { Seen = begun }, rules, time) is var session && live.TryAdd(session))
            {
                // It charges already: it is watched whether or not the disk takes it.
                session.IsUnwritten = true;
                session.SwitchedOn();
                ChargingLog.Begun(logger, id.Device, id.Outlet);
                await WriteAsync(session, cancellationToken);
            }
        }
    }

    /// <summary>Writes the begin of a session where that has still to be done; false where the disk takes nothing.</summary>
    public async Task<bool> WriteAsync(LiveSession session, CancellationToken cancellationToken)
    {
        if (!session.IsUnwritten)
        {
            return true;
        }

        try
        {
            // Nobody is given the key: staff follow it in the console.
            await store.BeginAsync(session.Unsaved().Session, ChargeKey.Make(), cancellationToken);
            session.IsUnwritten = false;
            return true;
        }
        catch (SqliteException error)
        {
            ChargingLog.NotWritten(logger, session.Outlet.Device, session.Outlet.Outlet, error);
            return false;
        }
    }
}
