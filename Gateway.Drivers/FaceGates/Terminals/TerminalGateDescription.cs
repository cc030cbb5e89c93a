using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>A terminal gate of the hardware file.</summary>
/// <param name="Head">What every device has.</param>
/// <param name="Address">Scheme, host and port of the terminal.</param>
/// <param name="Secret">Entry of the secrets file for logging in to it.</param>
/// <param name="Certificate">SHA-256 of its certificate; null for one that the machine trusts, or for none.</param>
/// <param name="Settings">How it is used.</param>
/// <param name="PushBus">Id of the bus that receives what it pushes; empty for none.</param>
/// <param name="PushSecret">Entry of the secrets file that it logs in with there; null where its address is enough.</param>
internal sealed record TerminalGateDescription(
    DeviceHead Head, Uri Address, string Secret, string? Certificate, TerminalSettings Settings, string PushBus, string? PushSecret)
    : DeviceDescription(Head)
{
    /// <summary>Where it pushes to on its bus.</summary>
    public string PushPath => $"/push/{Id}";

    /// <inheritdoc/>
    public override string Summary => $"{Address.GetLeftPart(UriPartial.Authority)}, door {Settings.Door}";

    /// <inheritdoc/>
    public override IEnumerable<string> Secrets => PushSecret is null ? [Secret] : [Secret, PushSecret];
}
