namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>Which plates are drawn; finer than <see cref="PlateKind"/>, which goes by the characters alone.</summary>
internal enum PlateMake
{
    Blue,
    Yellow,
    TwoRows,
    Green,
    YellowGreen,
    Police,
    Learner,
    Trailer,
    HongKong,
    Macau,
    Embassy,
}
