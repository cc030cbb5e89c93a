namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>A frame that is being painted. Coordinates are those of the resting camera; the shake is added here.</summary>
internal readonly ref struct SceneCanvas(Span<byte> luma, int width, int height, double shakeX, double shakeY, double gain)
{
    private readonly Span<byte> _luma = luma;

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>How far the picture has moved to the right, pixels.</summary>
    public double ShakeX { get; } = shakeX;

    /// <summary>How far the picture has moved down, pixels.</summary>
    public double ShakeY { get; } = shakeY;

    /// <summary>From levels of the scene to levels of the picture.</summary>
    public double Gain { get; } = gain;

    /// <summary>A row of the frame, without the shake.</summary>
    public Span<byte> Row(int y) => _luma.Slice(y * Width, Width);

    /// <summary>Lays a level over a pixel of the frame; the pixel must be inside.</summary>
    public void Blend(int x, int y, float alpha, float level)
    {
        ref var pixel = ref _luma[(y * Width) + x];
        pixel = (byte)(pixel + (((level * (float)Gain) - pixel) * alpha) + 0.5f);
    }

    /// <summary>Adds to a pixel of the frame; the pixel must be inside.</summary>
    public void Lighten(int x, int y, float levels)
    {
        ref var pixel = ref _luma[(y * Width) + x];
        pixel = (byte)Math.Clamp(pixel + levels + 0.5f, 0, 255);
    }

    /// <summary>A disc with an edge <paramref name="soft"/> pixels wide.</summary>
    public void Disc(double x, double y, double radiusX, double radiusY, double level, double alpha = 1, double soft = 1)
    {
        var (cx, cy, rx, ry) = ((float)(x + ShakeX), (float)(y + ShakeY), (float)Math.Max(0.3, radiusX), (float)Math.Max(0.3, radiusY));
        var (edge, small) = ((float)soft, Math.Min(rx, ry));
        var (top, bottom) = Cut(cy - ry - edge, cy + ry + edge, Height);
        var (left, right) = Cut(cx - rx - edge, cx + rx + edge, Width);
        for (var row = top; row < bottom; row++)
        {
            var v = (row + 0.5f - cy) / ry;
            for (var column = left; column < right; column++)
            {
                var u = (column + 0.5f - cx) / rx;
                var cover = (((1 - MathF.Sqrt((u * u) + (v * v))) * small) / edge) + 0.5f;
                if (cover > 0)
                {
                    Blend(column, row, (float)alpha * Math.Min(1, cover), (float)level);
                }
            }
        }
    }

    /// <summary>A line with round ends.</summary>
    public void Streak(double x0, double y0, double x1, double y1, double halfWidth, double level, double alpha = 1)
    {
        var (ax, ay, bx, by) = ((float)(x0 + ShakeX), (float)(y0 + ShakeY), (float)(x1 - x0), (float)(y1 - y0));
        var (half, long2) = ((float)halfWidth, Math.Max(1e-6f, (bx * bx) + (by * by)));
        var reach = half + 1;
        var (top, bottom) = Cut(Math.Min(ay, ay + by) - reach, Math.Max(ay, ay + by) + reach, Height);
        for (var row = top; row < bottom; row++)
        {
            // Only where the line crosses this row: a long slanting line has a large box.
            var py = row + 0.5f - ay;
            var (from, to) = (0f, 1f);
            if (MathF.Abs(by) > 1e-3f)
            {
                var (one, two) = ((py - reach) / by, (py + reach) / by);
                (from, to) = (Math.Clamp(Math.Min(one, two), 0, 1), Math.Clamp(Math.Max(one, two), 0, 1));
            }

            var (left, right) = Cut(ax + Math.Min(from * bx, to * bx) - reach, ax + Math.Max(from * bx, to * bx) + reach, Width);
            for (var column = left; column < right; column++)
            {
                var px = column + 0.5f - ax;
                var along = Math.Clamp(((px * bx) + (py * by)) / long2, 0, 1);
                var (dx, dy) = (px - (along * bx), py - (along * by));
                var cover = Math.Min(half + 0.5f - MathF.Sqrt((dx * dx) + (dy * dy)), Math.Min(1, 2 * half));
                if (cover > 0)
                {
                    Blend(column, row, (float)alpha * cover, (float)level);
                }
            }
        }
    }

    /// <summary>A box along the picture's sides; pixels at its edges are covered in part.</summary>
    public void Box(double left, double top, double right, double bottom, double level, double alpha = 1)
    {
        var (l, t, r, b) = ((float)(left + ShakeX), (float)(top + ShakeY), (float)(right + ShakeX), (float)(bottom + ShakeY));
        var (y0, y1) = Cut(t, b, Height);
        var (x0, x1) = Cut(l, r, Width);
        for (var row = y0; row < y1; row++)
        {
            var high = Math.Min(row + 1, b) - Math.Max(row, t);
            for (var column = x0; column < x1; column++)
            {
                Blend(column, row, (float)alpha * high * (Math.Min(column + 1, r) - Math.Max(column, l)), (float)level);
            }
        }
    }

    /// <summary>The whole pixels that an interval touches.</summary>
    public static (int From, int To) Cut(double from, double to, int end) =>
        ((int)Math.Clamp(Math.Floor(from), 0, end), (int)Math.Clamp(Math.Ceiling(to), 0, end));
}
