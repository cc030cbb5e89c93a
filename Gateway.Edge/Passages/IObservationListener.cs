using Gateway.Drivers.Devices;

namespace Gateway.Edge.Passages;

/// <summary>Hears what devices report before it is recorded. Called by several threads, in the order of each device; must return at once.</summary>
internal interface IObservationListener
{
    /// <summary>A device has reported.</summary>
    void Seen(Observation observation);
}
