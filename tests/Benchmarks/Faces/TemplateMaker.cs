using Gateway.Edge.Perception.Faces.Recognition;

namespace EdgeGateway.Benchmarks.Faces;

/// <summary>Made-up templates that resemble each other as those of one population do: mean impostor cosine 0.15, as measured on East-Asian faces.</summary>
internal static class TemplateMaker
{
    private const double Common = 0.15;

    /// <summary>That many unit vectors.</summary>
    public static IEnumerable<ReadOnlyMemory<float>> Templates(int count, int seed)
    {
        var random = new Random(seed);
        var shared = Direction(new Random(42));
        for (var index = 0; index < count; index++)
        {
            yield return Mix(shared, Direction(random), Common);
        }
    }

    /// <summary>Another picture of the same face, at a cosine of about 0.7.</summary>
    public static float[] Again(ReadOnlySpan<float> template, Random random) => Mix(template, Direction(random), 0.5);

    private static float[] Mix(ReadOnlySpan<float> one, ReadOnlySpan<float> other, double share)
    {
        var mixed = new float[UnitVector.Length];
        for (var index = 0; index < mixed.Length; index++)
        {
            mixed[index] = (float)((Math.Sqrt(share) * one[index]) + (Math.Sqrt(1 - share) * other[index]));
        }

        UnitVector.Normalise(mixed);
        return mixed;
    }

    private static float[] Direction(Random random)
    {
        var direction = new float[UnitVector.Length];
        foreach (ref var value in direction.AsSpan())
        {
            value = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        UnitVector.Normalise(direction);
        return direction;
    }
}
