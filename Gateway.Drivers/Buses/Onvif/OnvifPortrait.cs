namespace Gateway.Drivers.Buses.Onvif;

/// <summary>What one ONVIF device is and offers. Free of passwords.</summary>
/// <param name="Address">Its device service.</param>
/// <param name="ClockOffset">How far its clock is ahead of ours; it tells whole seconds.</param>
/// <param name="Information">Maker and model.</param>
/// <param name="Streams">Its streams in its own order; none on a device that is no camera.</param>
/// <param name="Relays">Its relay outputs in its own order.</param>
/// <param name="Inputs">Tokens of its digital inputs; some devices do not list them.</param>
/// <param name="Faults">What it has but did not tell, and why.</param>
public sealed record OnvifPortrait(
    Uri Address,
    TimeSpan ClockOffset,
    OnvifInformation Information,
    IReadOnlyList<OnvifStream> Streams,
    IReadOnlyList<OnvifRelay> Relays,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Faults)
{
    /// <summary>A clock that is no further off is on time; the answer has whole seconds.</summary>
    public static TimeSpan ClockTolerance { get; } = TimeSpan.FromSeconds(60);
}
