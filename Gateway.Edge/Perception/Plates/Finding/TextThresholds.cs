namespace Gateway.Edge.Perception.Plates.Finding;

/// <summary>From when on the detector's probabilities mean text.</summary>
/// <param name="Place">Probability from which a place belongs to text, 0..1.</param>
/// <param name="Box">Mean probability from which a rectangle is text, 0..1.</param>
/// <param name="Growth">The rectangle is grown by area over perimeter, times this, on every side.</param>
/// <param name="Corners">Take the region's own four corners for its box, which follow a slanted view, instead of the smallest rectangle.</param>
internal readonly record struct TextThresholds(float Place, float Box, float Growth, bool Corners = false)
{
    /// <summary>What the detector's authors use; the growth is theirs for long lines.</summary>
    public static TextThresholds Usual { get; } = new(0.3f, 0.5f, 1.6f);

    /// <summary>For a second try, when a picture seems to hold no plate: plates seen from far aside are faint.</summary>
    public static TextThresholds Faint { get; } = new(0.15f, 0.25f, 1.6f);

    /// <summary>For maps of ground colour, which hold the whole plate or nothing.</summary>
    public static TextThresholds Ground { get; } = new(0.5f, 0.5f, 0);

    /// <summary>The same, seen at a slant.</summary>
    public static TextThresholds SlantedGround { get; } = new(0.5f, 0.4f, 0, Corners: true);
}
