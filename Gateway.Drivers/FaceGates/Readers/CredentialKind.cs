namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>What a reader reads.</summary>
public enum CredentialKind
{
    /// <summary>Cards.</summary>
    Card,

    /// <summary>QR codes.</summary>
    Qr,

    /// <summary>Digits typed on a keypad.</summary>
    Pin,

    /// <summary>Cards and digits on one line, which does not say which of the two it brings.</summary>
    CardOrPin,
}
