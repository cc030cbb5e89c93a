using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>A card or a code was held to a gate's reader.</summary>
/// <param name="Device">The gate.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What its reader reads.</param>
/// <param name="Text">What it says: 4 to 512 printable ASCII characters. It opens doors: never log it, show it masked.</param>
public sealed record CredentialRead(DeviceId Device, DateTimeOffset At, CredentialKind Kind, string Text) : Observation(Device, At)
{
    /// <summary>The last three characters of a card or a code, which tell cards apart and open nothing; of what may be a PIN, none: half of one is soon guessed.</summary>
    public string Masked => Kind is CredentialKind.Card or CredentialKind.Qr ? $"***{Text[^3..]}" : "***";

    /// <inheritdoc/>
    public override string ToString() => $"{Device} {Kind} {Masked}";
}
