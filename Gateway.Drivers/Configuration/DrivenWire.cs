namespace Gateway.Drivers.Configuration;

/// <summary>An output and who drives it.</summary>
/// <param name="Device">Id of the device.</param>
/// <param name="Path">Where the file says so.</param>
/// <param name="Line">Line of the file.</param>
/// <param name="Wire">The output.</param>
/// <param name="SafeActive">The level that harms nobody.</param>
internal sealed record DrivenWire(string Device, string Path, int Line, Wire Wire, bool SafeActive);
