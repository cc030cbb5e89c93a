using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>
/// The fire input of a gate is not active as its following begins. Not a change and nothing to record: it ends what an earlier device of the
/// same id may have told, whose fire ended while nobody followed it.
/// </summary>
/// <param name="Device">The gate.</param>
/// <param name="At">When.</param>
public sealed record FireInputAtRest(DeviceId Device, DateTimeOffset At) : Observation(Device, At)
{
    /// <summary>Goes the way of <see cref="FireRelease"/>, so that the two keep their order.</summary>
    public override bool IsUrgent => true;
}
