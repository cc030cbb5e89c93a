using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>Has outlets cut off without waiting for slow chargers. Used by the keeper's loop alone.</summary>
internal sealed class OutletCuts(LiveSessions live, ILogger<OutletCuts> logger)
{
    // Outlets whose heat has been followed up; a new heat counts anew.
    private readonly HashSet<OutletId> _hot = [];

    /// <summary>Cuts off a session's outlet. While an order is under way no other is given; one that failed is given again.</summary>
    public void Cut(IChargingPoint point, LiveSession session, EndReason reason)
    {
        if (session.Cut.IsCompleted)
        {
            session.Cut = CutAsync(point, session.Outlet.Outlet, reason);
        }
    }

    /// <summary>Follows up the heat that the driver has found and cut off: the other outlets of that shed are cut off once its meter has been looked at.</summary>
    public void CutNeighboursOfHot(IChargingPoint point)
    {
        foreach (var outlet in point.Outlets)
        {
            var id = new OutletId(point.Id.Value, outlet.Id);
            if (outlet.Cause != CutOffCause.Heat)
            {
                _hot.Remove(id);
            }
            else if (outlet.State is OutletState.Off or OutletState.Stuck && _hot.Add(id))
            {
                CutNeighbours(point, outlet.Id);
            }
        }
    }

    /// <summary>Cuts off every other outlet of the shed that is on; their sessions end with the reason.</summary>
    public void CutNeighbours(IChargingPoint point, string outlet)
    {
        var others = point.Outlets.Where(other => other.Id != outlet && other.State is (OutletState.Idle or OutletState.Charging)).ToList();
        if (others.Count > 0)
        {
            ChargingLog.Neighbours(logger, point.Id.Value, outlet);
        }

        foreach (var other in others)
        {
            if (live.At(new OutletId(point.Id.Value, other.Id)) is { } session)
            {
                session.End(EndReason.NeighbourHeat, detail: null);
                Cut(point, session, EndReason.NeighbourHeat);
            }
            else
            {
                _ = CutAsync(point, other.Id, EndReason.NeighbourHeat);
            }
        }
    }

    private async Task CutAsync(IChargingPoint point, string outlet, EndReason reason)
    {
        var words = SessionWords.Of(reason);
        try
        {
            await point.CutOffAsync(outlet, new Wording(words.Zh, words.En), CancellationToken.None);
        }
#pragma warning disable CA1031 // Supervision boundary: nobody waits for this task, and the next round orders again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            ChargingLog.NotCutOff(logger, point.Id.Value, outlet, error);
        }
    }
}
