namespace Gateway.Edge.Access.Decisions;

/// <summary>How far a claim of identity carries.</summary>
internal enum ClaimKind
{
    /// <summary>Recognised as one subject.</summary>
    Recognised,

    /// <summary>Clearly seen, and nobody whom the compound knows.</summary>
    Unrecognised,

    /// <summary>Shown as a print or on a screen.</summary>
    Spoofed,

    /// <summary>Never clear enough to tell.</summary>
    Unclear,
}
