namespace Gateway.Drivers.Simulation.Plates;

/// <summary>How a mainland number plate is made (GA 36-2018, table 1).</summary>
public enum PlateLook
{
    /// <summary>White on blue, 440 x 140 mm: cars.</summary>
    Blue,

    /// <summary>Black on yellow, 440 x 140 mm: lorries' and buses' fronts, driving schools.</summary>
    Yellow,

    /// <summary>Black on yellow in two rows, 440 x 220 mm: their rears, trailers.</summary>
    YellowTwoRows,

    /// <summary>Black on white fading to green, 480 x 140 mm: small new-energy vehicles.</summary>
    Green,

    /// <summary>Black on yellow and green, 480 x 140 mm: large new-energy vehicles.</summary>
    YellowGreen,

    /// <summary>Black on white with a red last character: police.</summary>
    White,

    /// <summary>White on black: embassies, consulates, Hong Kong and Macau.</summary>
    Black,
}
