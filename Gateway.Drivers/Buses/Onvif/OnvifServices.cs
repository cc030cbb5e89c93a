namespace Gateway.Drivers.Buses.Onvif;

/// <summary>Where a device offers what; null for what it has not.</summary>
/// <param name="Device">Device management.</param>
/// <param name="Media">Profiles and streams.</param>
/// <param name="Events">Pull-point events.</param>
/// <param name="DeviceIo">Relays and digital inputs.</param>
internal sealed record OnvifServices(Uri Device, Uri? Media, Uri? Events, Uri? DeviceIo);
