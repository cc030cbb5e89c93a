using Gateway.Cloud.Contract;

namespace Gateway.Cloud.Station.Live;

/// <summary>A device that is not well, as the page shows it.</summary>
/// <param name="Device">Device id.</param>
/// <param name="State">Connecting, Degraded, Offline or Faulty.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Availability">Percent of the day that it worked; null when its gateway does not tell.</param>
/// <param name="Since">Since when it has been so.</param>
public sealed record DeviceView(string Device, string State, LocalizedText Reason, string? Availability, DateTimeOffset Since);
