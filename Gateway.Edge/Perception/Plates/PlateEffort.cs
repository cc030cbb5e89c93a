namespace Gateway.Edge.Perception.Plates;

/// <summary>How much time reading may take.</summary>
internal enum PlateEffort
{
    /// <summary>Everything that finds or reads one more plate: for single pictures and views at rest.</summary>
    Thorough,

    /// <summary>One try to find and one look to read: for vehicles on the move, where the next frame brings the next look.</summary>
    Quick,
}
