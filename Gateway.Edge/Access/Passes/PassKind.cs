namespace Gateway.Edge.Access.Passes;

/// <summary>What somebody passes with who shows no face.</summary>
internal enum PassKind
{
    /// <summary>A card, by its number.</summary>
    Card,

    /// <summary>A code on the holder's phone that changes every few seconds.</summary>
    Code,

    /// <summary>Digits that the holder types.</summary>
    Pin,
}
