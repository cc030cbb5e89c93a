using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>What a device says, or what has to be done there by hand.</summary>
/// <param name="Device">Device id.</param>
/// <param name="At">When it confirmed; null where it cannot.</param>
/// <param name="Words">What that means.</param>
internal sealed record DeviceWord(string Device, DateTimeOffset? At, LocalizedText Words);
