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
                await BeginAsync(session, cancellationToken);
            }
        }
    }

    private async Task BeginAsync(LiveSession session, CancellationToken cancellationToken)
    {
        var outlet = session.Outlet;
        try
        {
            // Nobody is given the key: staff follow it in the console.
            await store.BeginAsync(session.Unsaved().Session, ChargeKey.Make(), cancellationToken);
            session.SwitchedOn();
            ChargingLog.Begun(logger, outlet.Device, outlet.Outlet);
        }
        catch (SqliteException error)
        {
            ChargingLog.NotWritten(logger, outlet.Device, outlet.Outlet, error);
        }
        finally
        {
            if (!session.IsOn)
            {
                live.Remove(session);
            }
        }
    }
}
