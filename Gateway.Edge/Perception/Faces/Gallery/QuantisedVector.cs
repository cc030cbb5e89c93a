namespace Gateway.Edge.Perception.Faces.Gallery;

/// <summary>
/// A vector rounded to signed bytes: v = Scale x q + e. <see cref="Error"/> is the length of e (rounded up), from which follows, by Cauchy and
/// Schwarz, how far a product of rounded vectors can be from the true one.
/// </summary>
/// <param name="Scale">Value of one step.</param>
/// <param name="Error">Upper bound of the length of what rounding lost.</param>
internal readonly record struct QuantisedVector(float Scale, float Error)
{
    /// <summary>Covers the float arithmetic of the bound itself, which Cauchy and Schwarz do not.</summary>
    private const float ArithmeticSlack = 2e-5f;

    /// <summary>Rounds a vector into <paramref name="steps"/>, each within -127..127.</summary>
    public static QuantisedVector From(ReadOnlySpan<float> vector, Span<sbyte> steps)
    {
        var largest = 0f;
        foreach (var value in vector)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var scale = Math.Max(largest / 127, 1e-12f);
        double lost = 0;
        for (var index = 0; index < vector.Length; index++)
        {
            steps[index] = (sbyte)Math.Clamp(MathF.Round(vector[index] / scale), -127, 127);
            var rest = vector[index] - ((double)scale * steps[index]);
            lost += rest * rest;
        }

        return new QuantisedVector(scale, (float)(Math.Sqrt(lost) * 1.0001) + 1e-7f);
    }

    /// <summary>
    /// Most by which the true product of two unit vectors can exceed the product of their rounded forms:
    /// x.t = x'.t' + x'.e(t) + e(x).t, so |difference| is at most (1 + |e(x)|) |e(t)| + |e(x)|.
    /// </summary>
    public static float Bound(float errorOfQuery, float errorOfRow) => ((1 + errorOfQuery) * errorOfRow) + errorOfQuery + ArithmeticSlack;
}
