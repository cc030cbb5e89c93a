using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.Grants;

/// <summary>Hears of gates that are released by fire or by hand, where decisions open for everybody.</summary>
internal sealed class ReleaseListener(GrantScenes scenes) : IObservationListener
{
    /// <inheritdoc/>
    public void Seen(Observation observation) => scenes.Seen(observation);
}
