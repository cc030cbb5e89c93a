namespace Gateway.Edge.Perception.Plates;

/// <summary>The ground of a number plate.</summary>
internal enum PlateColour
{
    /// <summary>Cannot be told, for example in infrared light.</summary>
    Unknown,

    /// <summary>Cars.</summary>
    Blue,

    /// <summary>Lorries, buses, driving schools, trailers.</summary>
    Yellow,

    /// <summary>New energy, small: white fading to green.</summary>
    Green,

    /// <summary>New energy, large: yellow beside green.</summary>
    YellowGreen,

    /// <summary>Police and armed forces.</summary>
    White,

    /// <summary>Hong Kong, Macau, embassies, foreigners.</summary>
    Black,
}
