using Gateway.Drivers.Devices;

namespace Gateway.Edge.Passages;

/// <summary>Hears of an observation the moment it arrives, before it is on record: for what must not wait for the disk.</summary>
internal interface IObservationListener
{
    /// <summary>Returns at once and never throws.</summary>
    void Saw(Observation observation);
}
