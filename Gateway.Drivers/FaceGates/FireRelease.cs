using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>The fire input of a gate changed: while it is active the door stands released.</summary>
/// <param name="Device">The gate.</param>
/// <param name="At">When.</param>
/// <param name="Active">True when the release began, false when it ended.</param>
public sealed record FireRelease(DeviceId Device, DateTimeOffset At, bool Active) : Observation(Device, At)
{
    /// <inheritdoc/>
    public override bool IsUrgent => true;
}
