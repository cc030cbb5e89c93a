using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>An alarm streetlight of the hardware file.</summary>
/// <param name="Head">What every device has.</param>
/// <param name="Button">The button; active while it is pressed.</param>
/// <param name="Tamper">The housing's contact, active while it is open; null for none.</param>
/// <param name="Lamp">The lamp.</param>
/// <param name="Strobe">The strobe; null for none.</param>
/// <param name="Siren">The siren; null for none.</param>
/// <param name="Settings">Its times.</param>
public sealed record StreetlightDescription(
    DeviceHead Head, Wire Button, Wire? Tamper, Wire Lamp, Wire? Strobe, Wire? Siren, StreetlightSettings Settings)
    : DeviceDescription(Head)
{
    /// <inheritdoc/>
    public override string Summary => $"button {Button}, lamp {Lamp}";
}
