using Gateway.Drivers.Configuration;
using Gateway.Drivers.FaceGates.Readers;

namespace Gateway.Drivers.FaceGates;

/// <summary>A face gate of the hardware file.</summary>
/// <param name="Head">What every device has.</param>
/// <param name="Camera">Its camera.</param>
/// <param name="Relay">The door relay.</param>
/// <param name="Contact">The door contact.</param>
/// <param name="Door">The door's times and wiring.</param>
public sealed record FaceGateDescription(DeviceHead Head, CameraDescription Camera, Wire Relay, Wire Contact, DoorSettings Door)
    : DeviceDescription(Head)
{
    /// <summary>The button that releases the door from within; null for none.</summary>
    public Wire? ExitButton { get; init; }

    /// <summary>The input that releases the door while it is active; null for none.</summary>
    public Wire? FireRelease { get; init; }

    /// <summary>A card or code reader; null for none.</summary>
    internal ReaderSettings? Reader { get; init; }

    /// <summary>What its reader reads; null where it has none.</summary>
    public CredentialKind? Reads => Reader?.Reads;

    /// <inheritdoc/>
    public override string Summary => $"{Camera.Settings.Url}, relay {Relay}, contact {Contact}";

    /// <inheritdoc/>
    public override IEnumerable<string> Secrets => Camera.Secret is { } secret ? [secret] : [];
}
