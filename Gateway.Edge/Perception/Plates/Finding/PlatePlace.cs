using System.Numerics;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Finding;

/// <summary>Where a plate may be.</summary>
/// <param name="Row">The row of characters; the upper one of two.</param>
/// <param name="Second">The lower row of a plate with two; null for one row.</param>
/// <param name="Score">The text detector's confidence, 0..1.</param>
internal readonly record struct PlatePlace(Quad Row, Quad? Second, float Score)
{
    /// <summary>The smallest upright box around all of it.</summary>
    public PixelBox Bounds
    {
        get
        {
            var first = Row.Bounds;
            if (Second is not { } lower)
            {
                return first;
            }

            var second = lower.Bounds;
            var least = Vector2.Min(new(first.X, first.Y), new(second.X, second.Y));
            var most = Vector2.Max(new(first.Right, first.Bottom), new(second.Right, second.Bottom));
            return new PixelBox(least.X, least.Y, most.X - least.X, most.Y - least.Y);
        }
    }
}
