using System.Numerics;

namespace Gateway.Edge.Perception.Pixels;

/// <summary>Rotation, uniform scale and shift: (x, y) -> (A x - B y + X, B x + A y + Y).</summary>
/// <param name="A">Scale x cosine.</param>
/// <param name="B">Scale x sine.</param>
/// <param name="X">Shift to the right.</param>
/// <param name="Y">Shift downwards.</param>
internal readonly record struct SimilarityTransform(float A, float B, float X, float Y)
{
    /// <summary>Target pixels a source pixel becomes.</summary>
    public float Scale => MathF.Sqrt((A * A) + (B * B));

    /// <summary>
    /// The least-squares fit that takes <paramref name="from"/> to <paramref name="to"/> (S. Umeyama, "Least-squares estimation of
    /// transformation parameters between two point patterns", 1991; in the plane without reflection it has this closed form).
    /// </summary>
    public static SimilarityTransform Fit(ReadOnlySpan<Vector2> from, ReadOnlySpan<Vector2> to)
    {
        Vector2 fromMean = default, toMean = default;
        for (var index = 0; index < from.Length; index++)
        {
            fromMean += from[index];
            toMean += to[index];
        }

        fromMean /= from.Length;
        toMean /= from.Length;
        float dot = 0, cross = 0, spread = 0;
        for (var index = 0; index < from.Length; index++)
        {
            var source = from[index] - fromMean;
            var target = to[index] - toMean;
            dot += Vector2.Dot(source, target);
            cross += (source.X * target.Y) - (source.Y * target.X);
            spread += source.LengthSquared();
        }

        var (a, b) = spread > 0 ? (dot / spread, cross / spread) : (1f, 0f);
        return new SimilarityTransform(a, b, toMean.X - (a * fromMean.X) + (b * fromMean.Y), toMean.Y - (b * fromMean.X) - (a * fromMean.Y));
    }

    /// <summary>Where a point goes.</summary>
    public Vector2 Apply(Vector2 point) => new((A * point.X) - (B * point.Y) + X, (B * point.X) + (A * point.Y) + Y);
}
