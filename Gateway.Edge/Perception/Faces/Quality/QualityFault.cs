namespace Gateway.Edge.Perception.Faces.Quality;

/// <summary>What keeps a view from being used.</summary>
internal enum QualityFault
{
    /// <summary>Nothing: usable.</summary>
    None,

    /// <summary>Too few pixels: the person is far away.</summary>
    TooSmall,

    /// <summary>Motion or focus.</summary>
    Blurred,

    /// <summary>Too little light.</summary>
    TooDark,

    /// <summary>Too much light, or the sun behind the camera.</summary>
    TooBright,

    /// <summary>Looks to the side, up or down.</summary>
    TurnedAway,

    /// <summary>The features cannot be placed: mask, hand, sunglasses, or not a face at all.</summary>
    Covered,
}
