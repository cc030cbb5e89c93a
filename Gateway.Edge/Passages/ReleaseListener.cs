using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;

namespace Gateway.Edge.Passages;

/// <summary>Puts on the board which gates stand open for a fire or an emergency.</summary>
internal sealed class ReleaseListener(GateBoard board) : IObservationListener
{
    /// <inheritdoc/>
    public void Seen(Observation observation)
    {
        if (observation is FireRelease release)
        {
            board.Release(release.Device, release.Active);
        }
    }
}
