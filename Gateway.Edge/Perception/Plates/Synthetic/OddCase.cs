namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>What is not simply a plate on a vehicle.</summary>
internal enum OddCase
{
    /// <summary>A vehicle without a plate.</summary>
    NoPlate,

    /// <summary>The edge of the picture cuts the plate in half.</summary>
    CutOff,

    /// <summary>A cloth hides half of the plate.</summary>
    HalfCovered,

    /// <summary>A plate that is nothing but mud.</summary>
    Filthy,

    /// <summary>A sticker with a telephone number, and no plate.</summary>
    Telephone,

    /// <summary>A plate, and an advertisement above it.</summary>
    Advertisement,

    /// <summary>Two vehicles side by side.</summary>
    TwoPlates,

    /// <summary>A telephone that shows a photograph of a plate is held before the camera.</summary>
    PhoneScreen,
}
