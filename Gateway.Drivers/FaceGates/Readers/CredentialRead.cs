using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>A card or a code was held to a gate's reader.</summary>
/// <param name="Device">The gate.</param>
/// <param name="At">When.</param>
/// <param name="Kind">Card or code.</param>
/// <param name="Text">What it says: 4 to 512 printable ASCII characters. It opens doors: never log it, show it masked.</param>
public sealed record CredentialRead(DeviceId Device, DateTimeOffset At, CredentialKind Kind, string Text) : Observation(Device, At)
{
    /// <summary>The last three characters, which tell cards apart and open nothing.</summary>
    public string Masked => $"***{Text[^3..]}";

    /// <inheritdoc/>
    public override string ToString() => $"{Device} {Kind} {Masked}";
}
