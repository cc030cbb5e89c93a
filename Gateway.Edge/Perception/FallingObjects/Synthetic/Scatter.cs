namespace Gateway.Edge.Perception.FallingObjects.Synthetic;

/// <summary>Randomness by place: the same numbers give the same value, so that textures and events need no memory.</summary>
internal static class Scatter
{
    /// <summary>Uniform in 0..1.</summary>
    public static float Unit(int a, int b = 0, int c = 0)
    {
        unchecked
        {
            var h = ((uint)a * 0x8DA6B343u) ^ ((uint)b * 0xD8163841u) ^ ((uint)c * 0xCB1AB31Fu);
            h = (h ^ (h >> 16)) * 0x7FEB352Du;
            h = (h ^ (h >> 15)) * 0x846CA68Bu;
            return ((h ^ (h >> 16)) >> 8) * (1f / (1 << 24));
        }
    }

    /// <summary>Uniform in <paramref name="low"/>..<paramref name="high"/>.</summary>
    public static double Between(double low, double high, int a, int b, int c) => low + ((high - low) * Unit(a, b, c));

    /// <summary>Smooth noise over a plane, 0..1, with one knot per unit.</summary>
    public static float Cloud(float x, float y, int seed)
    {
        var (fx, fy) = (MathF.Floor(x), MathF.Floor(y));
        var (ix, iy) = ((int)fx, (int)fy);
        var (u, v) = (Smooth(x - fx), Smooth(y - fy));
        var top = float.Lerp(Unit(ix, iy, seed), Unit(ix + 1, iy, seed), u);
        var bottom = float.Lerp(Unit(ix, iy + 1, seed), Unit(ix + 1, iy + 1, seed), u);
        return float.Lerp(top, bottom, v);
    }

    /// <summary>A smooth wandering over time within -1..1, about <paramref name="hertz"/> turns a second.</summary>
    public static double Wander(double seconds, double hertz, int seed)
    {
        var turn = 2 * Math.PI * hertz * seconds;
        return (0.5 * Math.Sin(turn + (7 * Unit(seed, 1)))) + (0.3 * Math.Sin((1.73 * turn) + (7 * Unit(seed, 2))))
            + (0.2 * Math.Sin((2.91 * turn) + (7 * Unit(seed, 3))));
    }

    private static float Smooth(float t) => t * t * (3 - (2 * t));
}
