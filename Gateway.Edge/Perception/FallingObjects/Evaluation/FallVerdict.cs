namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>What came of a fall, or of what was told as one.</summary>
internal enum FallVerdict
{
    /// <summary>A fall that was found.</summary>
    Hit,

    /// <summary>A fall that was not found.</summary>
    Miss,

    /// <summary>Told where nothing falls.</summary>
    FalseAlarm,

    /// <summary>Told once more, or told of the mirror image besides the fall: a false alarm too.</summary>
    Double,

    /// <summary>The mirror image of a fall that was not found itself: neither a find nor a false alarm.</summary>
    MirrorOnly,
}
