namespace Gateway.Drivers.Devices;

/// <summary>Something that a patrol found at a device.</summary>
/// <param name="Code">Stable cause, such as <c>picture-frozen</c> or <c>clock-drift</c>; one ticket per device and code.</param>
/// <param name="Words">What was found and what to do about it.</param>
/// <param name="Value">The measured value with its unit; null where there is none.</param>
/// <param name="NeedsRepair">True for a fault that somebody has to mend; false for something worth knowing.</param>
public sealed record PatrolFinding(string Code, Wording Words, string? Value, bool NeedsRepair);
