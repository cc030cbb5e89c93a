namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>What of a scene never moves, painted once, with a rim so that a shaking camera never looks past it. Read by one thread at a time.</summary>
internal sealed class Backdrop
{
    /// <summary>The largest shake, pixels.</summary>
    public const int Rim = 8;

    private readonly byte[] _luma;
    private readonly byte[] _glass;

    public Backdrop(SceneCamera camera, Tower tower)
    {
        (Width, Height, Stride) = (camera.Width, camera.Height, camera.Width + (2 * Rim));
        _luma = new byte[Stride * (Height + (2 * Rim))];
        _glass = new byte[_luma.Length];
        var painter = new TowerPainter(camera, tower);
        for (var row = 0; row < Height + (2 * Rim); row++)
        {
            for (var column = 0; column < Stride; column++)
            {
                var at = (row * Stride) + column;
                (_luma[at], _glass[at]) = Pixel(painter, column - Rim, row - Rim);
            }
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Bytes from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>The rows from <paramref name="y"/> on, beginning with column <paramref name="x"/>; both may lie in the rim.</summary>
    public ReadOnlySpan<byte> From(int x, int y) => _luma.AsSpan(((y + Rim) * Stride) + x + Rim);

    /// <summary>255 where a pixel is glass that mirrors light; otherwise 0.</summary>
    public ReadOnlySpan<byte> Glass(int x, int y) => _glass.AsSpan(((y + Rim) * Stride) + x + Rim);

    /// <summary>The mean level of a box that is cut at the rim.</summary>
    public double Mean(double left, double top, double right, double bottom)
    {
        var (x0, x1) = (Inside(left, Width), Inside(right, Width));
        var (y0, y1) = (Inside(top, Height), Inside(bottom, Height));
        long sum = 0;
        for (var y = y0; y <= y1; y++)
        {
            for (var x = x0; x <= x1; x++)
            {
                sum += From(x, y)[0];
            }
        }

        return sum / (double)((x1 - x0 + 1) * (y1 - y0 + 1));
    }

    private static int Inside(double at, int end) => (int)Math.Clamp(at, -Rim, end + Rim - 1);

    /// <summary>Four samples a pixel of the tower: enough that edges do not stand in steps. Two suffice for what is behind it.</summary>
    private static (byte Luma, byte Glass) Pixel(TowerPainter painter, int x, int y)
    {
        var (sum, glass) = (0f, 0);
        var step = painter.Past(x, y) && painter.Past(x + 1, y + 1) ? 3 : 1;
        for (var i = 0; i < 4; i += step)
        {
            var (level, pane) = painter.At(x + 0.25 + (0.5 * (i & 1)), y + 0.25 + (0.25 * (i & 2)));
            sum += Math.Clamp(level, 0, 255) * step;
            glass += pane ? 1 : 0;
        }

        return ((byte)((sum / (step == 1 ? 4 : 6)) + 0.5f), glass >= 2 ? byte.MaxValue : byte.MinValue);
    }
}
