namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>What a reader reads.</summary>
public enum CredentialKind
{
    Card,
    Qr,
}
