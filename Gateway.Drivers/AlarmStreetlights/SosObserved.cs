using Gateway.Drivers.Devices;

namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>An alarm streetlight did something.</summary>
/// <param name="Device">Which.</param>
/// <param name="At">When, by the wall clock.</param>
/// <param name="Event">What.</param>
/// <param name="Press">The alarm that it belongs to; null for none.</param>
/// <param name="PressedAt">When that alarm began, by the wall clock; null for none.</param>
public sealed record SosObserved(DeviceId Device, DateTimeOffset At, StreetlightEvent Event, Press? Press, DateTimeOffset? PressedAt)
    : Observation(Device, At)
{
    /// <inheritdoc/>
    public override bool IsUrgent => Event is not (StreetlightEvent.Tampered or StreetlightEvent.TamperEnded);
}
