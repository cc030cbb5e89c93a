namespace Gateway.Drivers.Configuration;

/// <summary>What the host demands of a hardware file beyond its form, such as that it is this compound's.</summary>
/// <exception cref="HardwareFileException">The file is not to be used.</exception>
public delegate void HardwareCheck(HardwareFile hardware);
