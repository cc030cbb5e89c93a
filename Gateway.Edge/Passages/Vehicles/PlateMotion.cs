namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Whether a plate comes nearer, by its lower edge in the picture. Immutable.</summary>
/// <param name="At">When it last came nearer, or into view.</param>
/// <param name="Edge">Where it was then, in pixels from the top of the picture; lower where it has backed off since.</param>
internal readonly record struct PlateMotion(TimeSpan At, float Edge)
{
    /// <summary>Of its height: what a plate that stands still trembles is far below.</summary>
    private const float LeastStep = 0.25f;

    /// <summary>It comes into view.</summary>
    public static PlateMotion From(float edge, TimeSpan now) => new(now, edge);

    /// <summary>It is seen again.</summary>
    /// <param name="edge">Its lower edge, in pixels.</param>
    /// <param name="height">Its height, in pixels.</param>
    /// <param name="now">When.</param>
    public PlateMotion Next(float edge, float height, TimeSpan now) =>
        edge >= Edge + (LeastStep * height) ? new(now, edge) : this with { Edge = MathF.Min(Edge, edge) };
}
