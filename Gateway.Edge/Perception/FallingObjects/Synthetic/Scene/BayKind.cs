namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>What a column of a tower is made of.</summary>
internal enum BayKind
{
    /// <summary>One window a storey.</summary>
    Window,

    /// <summary>A window with the box of an air conditioner beneath.</summary>
    Conditioner,

    /// <summary>A balcony a storey.</summary>
    Balcony,

    /// <summary>Glass from the ground to the roof, in which things are mirrored.</summary>
    Glass,
}
