namespace Gateway.Drivers.Simulation.Plates;

/// <summary>Smooth noise over a plane that needs no memory: the same place and seed give the same value, 0..1.</summary>
internal static class PlateNoise
{
    /// <param name="x">One knot per unit.</param>
    /// <param name="y">One knot per unit.</param>
    /// <param name="seed">Decides all values.</param>
    public static float At(float x, float y, int seed)
    {
        var (column, row) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var (u, v) = (Smooth(x - column), Smooth(y - row));
        return float.Lerp(
            float.Lerp(Knot(column, row, seed), Knot(column + 1, row, seed), u),
            float.Lerp(Knot(column, row + 1, seed), Knot(column + 1, row + 1, seed), u),
            v);
    }

    /// <summary>The value of one knot.</summary>
    public static float Knot(int x, int y, int seed)
    {
        unchecked
        {
            var h = ((uint)x * 0x8DA6B343u) ^ ((uint)y * 0xD8163841u) ^ ((uint)seed * 0xCB1AB31Fu);
            h = (h ^ (h >> 16)) * 0x7FEB352Du;
            h = (h ^ (h >> 15)) * 0x846CA68Bu;
            return ((h ^ (h >> 16)) >> 8) * (1f / (1 << 24));
        }
    }

    private static float Smooth(float t) => t * t * (3 - (2 * t));
}
