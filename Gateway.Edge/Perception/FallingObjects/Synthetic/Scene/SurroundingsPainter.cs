namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>The level of what is around a tower, 0..255.</summary>
internal sealed class SurroundingsPainter(SceneCamera camera, Tower tower)
{
    /// <summary>The sky, and other towers that stand farther away.</summary>
    public float Behind(double px, double py)
    {
        var (dx, up, towards) = camera.Ray(px, py);
        var (turn, climb) = (dx / towards, up / towards);
        var block = (int)Math.Floor(turn * 3.1);
        var kind = Scatter.Unit(block, 11, tower.Seed);
        if (climb < (kind - 0.35f) * 1.1f)
        {
            var (gx, gy) = (turn * 42, climb * 36);
            var hole = gx - Math.Floor(gx) is > 0.3 and < 0.75 && gy - Math.Floor(gy) is > 0.3 and < 0.8;
            return (float)tower.Sky * (hole ? 0.46f : 0.56f + (0.15f * Scatter.Unit(block, 12, tower.Seed)));
        }

        var cloud = Scatter.Cloud((float)(turn * 2.2), (float)(climb * 3), tower.Seed + 5) + (0.5f * Scatter.Cloud((float)(turn * 5), (float)(climb * 7), tower.Seed + 6));
        return (float)(tower.Sky * (0.86 + (0.16 * cloud) - (0.05 * Math.Min(2, climb))));
    }

    /// <summary>The ground before the tower, and the pavement at its foot.</summary>
    public float Street(double px, double py)
    {
        var (dx, up, towards) = camera.Ray(px, py);
        var far = Math.Min(200, camera.Placement.Height / Math.Max(1e-3, -up));
        var (x, z) = (dx * far, towards * far);
        var lane = z / camera.Placement.Distance;
        var grain = 0.92f + (0.12f * Scatter.Cloud((float)x * 2, (float)z * 2, tower.Seed + 8));
        return (lane > 0.82 ? 150 : lane > 0.78 ? 190 : 92) * grain;
    }
}
