namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>A card or code reader beside a gate.</summary>
internal sealed record ReaderSettings
{
    /// <summary>True for a serial line, false for a keyboard-like device under <c>/dev/input</c>.</summary>
    public required bool Serial { get; init; }

    /// <summary>Path of its device; use the stable names under <c>by-id</c> or <c>by-path</c>.</summary>
    public required string Device { get; init; }

    /// <summary>Speed of a serial line. Default 9600.</summary>
    public int Baud { get; init; } = 9600;

    /// <summary>What it reads. Default cards.</summary>
    public CredentialKind Reads { get; init; } = CredentialKind.Card;

    /// <summary>Whether people type on it.</summary>
    public bool IsTyped => Reads is CredentialKind.Pin or CredentialKind.CardOrPin;
}
