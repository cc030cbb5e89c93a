namespace Gateway.Edge.Passages.Vehicles;

/// <summary>What can keep plates from deciding, the most telling first.</summary>
internal enum LaneTrouble
{
    /// <summary>The loop before the arm cannot be read.</summary>
    Approach,

    /// <summary>A model is missing, or reading plates fails.</summary>
    Reading,

    /// <summary>The camera is away, frozen, dark or covered.</summary>
    Camera,
}
