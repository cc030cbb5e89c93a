namespace Gateway.Drivers.Buses.Video.Jpeg;

/// <summary>EXIF tag 0x0112: what must be done to the stored rows to see the picture upright. Values are those of the standard.</summary>
public enum ExifOrientation
{
    /// <summary>No tag.</summary>
    Unstated = 0,

    /// <summary>Already upright.</summary>
    Upright = 1,

    /// <summary>Mirror left to right.</summary>
    MirroredHorizontally = 2,

    /// <summary>Turn by 180 degrees.</summary>
    UpsideDown = 3,

    /// <summary>Mirror top to bottom.</summary>
    MirroredVertically = 4,

    /// <summary>Swap rows and columns.</summary>
    Transposed = 5,

    /// <summary>Turn by 90 degrees clockwise: a telephone held upright.</summary>
    TurnClockwise = 6,

    /// <summary>Swap rows and columns over the other diagonal.</summary>
    TransposedAcross = 7,

    /// <summary>Turn by 90 degrees counter-clockwise.</summary>
    TurnCounterClockwise = 8,
}
