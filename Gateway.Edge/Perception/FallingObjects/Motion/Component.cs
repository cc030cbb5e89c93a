namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>Sums over connected pixels; the weight of a pixel is its difference from the background.</summary>
internal struct Component
{
    /// <summary>Bounds, both inclusive.</summary>
    public short Left, Right, Top, Bottom;

    /// <summary>Pixels.</summary>
    public int Area;

    /// <summary>Sum of the differences, levels.</summary>
    public int Weight;

    /// <summary>Sum of the signed differences.</summary>
    public int Signed;

    /// <summary>Moments: difference times column and row.</summary>
    public long WeightX, WeightY;

    /// <summary>Takes another one in.</summary>
    public void Add(in Component other)
    {
        Left = Math.Min(Left, other.Left);
        Right = Math.Max(Right, other.Right);
        Top = Math.Min(Top, other.Top);
        Bottom = Math.Max(Bottom, other.Bottom);
        Area += other.Area;
        Weight += other.Weight;
        Signed += other.Signed;
        WeightX += other.WeightX;
        WeightY += other.WeightY;
    }

    /// <summary>The blob of these pixels; the centre of a pixel lies half a pixel right of and below its corner.</summary>
    public readonly Blob ToBlob() => new(
        ((float)WeightX / Math.Max(1, Weight)) + 0.5f,
        ((float)WeightY / Math.Max(1, Weight)) + 0.5f,
        (short)(Right - Left + 1),
        (short)(Bottom - Top + 1),
        Area,
        (float)Signed / Area);
}
