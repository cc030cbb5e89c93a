using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access.Grants;

namespace Gateway.Edge.Passages;

/// <summary>Puts on the board which gates stand open for a fire or an emergency, and lets decisions know.</summary>
internal sealed class ReleaseListener(GateBoard board, GrantScenes scenes) : IObservationListener
{
    /// <inheritdoc/>
    public void Seen(Observation observation)
    {
        if (observation is FireRelease release)
        {
            board.Release(release.Device, release.Active);
            scenes.Released(release.Device.Value, release.Active);
        }
    }
}
