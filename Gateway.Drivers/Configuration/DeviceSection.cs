namespace Gateway.Drivers.Configuration;

/// <summary>A section of a device as it stands in the hardware file.</summary>
/// <param name="Text">Its JSON; null where the device lacks it.</param>
/// <param name="Print">Tells whether the device has been changed since: a hash of the device's whole text, in hexadecimal.</param>
public sealed record DeviceSection(string? Text, string Print);
