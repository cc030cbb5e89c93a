namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>What is known to fall in a clip, or the mirror image of it.</summary>
/// <param name="Name">As the annotations call it; unique within its clip.</param>
/// <param name="Points">Where it is, by frame; at least one.</param>
/// <param name="IsMirror">The image of a fall in glass: nothing to be found by itself.</param>
/// <param name="Floor">Where it came from: 1 for the ground floor; null where nobody knows.</param>
/// <param name="Groups">What kind of fall it is, for tables: <c>size</c> to <c>4-6 px</c>.</param>
internal sealed record TrueFall(
    string Name,
    IReadOnlyList<TruePoint> Points,
    bool IsMirror = false,
    int? Floor = null,
    IReadOnlyDictionary<string, string>? Groups = null)
{
    /// <summary>The first frame that shows it.</summary>
    public int First => Points[0].Frame;

    /// <summary>The last frame that shows it.</summary>
    public int Last => Points[^1].Frame;

    /// <summary>Where it is in a frame: as annotated, in between on a straight line, null before and after.</summary>
    public TruePoint? At(int frame)
    {
        if (frame < First || frame > Last)
        {
            return null;
        }

        var next = 0;
        while (Points[next].Frame < frame)
        {
            next++;
        }

        var after = Points[next];
        if (after.Frame == frame)
        {
            return after;
        }

        var before = Points[next - 1];
        var share = (double)(frame - before.Frame) / (after.Frame - before.Frame);
        return new TruePoint(
            frame,
            double.Lerp(before.X, after.X, share),
            double.Lerp(before.Y, after.Y, share),
            double.Lerp(before.Width, after.Width, share),
            double.Lerp(before.Height, after.Height, share));
    }
}
