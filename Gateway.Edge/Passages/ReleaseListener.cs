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
        switch (observation)
        {
            case FireRelease release:
                Set(release.Device, release.Active);
                break;
            case FireInputAtRest:
                Set(observation.Device, active: false);
                break;
        }
    }

    private void Set(DeviceId gate, bool active)
    {
        board.Release(gate, active);
        scenes.Released(gate.Value, active);
    }
}
