namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>What makes a synthetic plate hard to read.</summary>
internal enum PlateCondition
{
    /// <summary>Nothing much: daylight, nearly straight ahead.</summary>
    Day,

    /// <summary>Little light and much noise; some with glaring headlights, some in infrared light.</summary>
    Night,

    /// <summary>Streaks, drops on the lens, washed-out contrast.</summary>
    Rain,

    /// <summary>Yaw up to 40°, pitch up to 25°, roll up to 12°.</summary>
    Tilt,

    /// <summary>Motion or a lens out of focus.</summary>
    Blur,

    /// <summary>Far away: the plate is 48 to 72 pixels wide.</summary>
    Distance,

    /// <summary>Mud on the plate.</summary>
    Dirt,

    /// <summary>A stream of few bits.</summary>
    Jpeg,
}
