namespace Gateway.Edge.Perception.Faces;

/// <summary>What several frames of one face agree on.</summary>
internal enum FaceVerdict
{
    /// <summary>Matches one subject of the gallery, with margin over the second.</summary>
    Known,

    /// <summary>Good enough to be matched, live, and matches nobody.</summary>
    Unknown,

    /// <summary>Looks like a print or a screen.</summary>
    NotLive,

    /// <summary>Present for long enough, but never good enough to be matched.</summary>
    PoorQuality,
}
