namespace Gateway.Edge.Tests.Alerts.Strangers;

/// <summary>Seeded unit vectors of 512: independent ones are nearly orthogonal, as embeddings of different people are.</summary>
internal static class Faces
{
    public static float[] Unit(int seed)
    {
        var random = new Random(seed);
        var vector = new float[512];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        }

        return Normalise(vector);
    }

    /// <summary>A unit vector whose cosine with <paramref name="face"/> is about <paramref name="cosine"/>.</summary>
    public static float[] Near(float[] face, float cosine, int seed)
    {
        var other = Unit(seed);
        var sine = MathF.Sqrt(1 - (cosine * cosine));
        return Normalise([.. face.Zip(other, (a, b) => (cosine * a) + (sine * b))]);
    }

    private static float[] Normalise(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / length)];
    }
}
