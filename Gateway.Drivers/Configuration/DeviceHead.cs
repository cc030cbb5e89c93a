using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>What every device of the hardware file has.</summary>
/// <param name="Id">Unique among the devices.</param>
/// <param name="Kind">Kind as in the file, such as <c>face-gate</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Zone">Id of its zone; null for none.</param>
/// <param name="Position">Where it stands; null when the file does not say.</param>
public sealed record DeviceHead(DeviceId Id, string Kind, Wording Name, string? Zone, SitePosition? Position);
