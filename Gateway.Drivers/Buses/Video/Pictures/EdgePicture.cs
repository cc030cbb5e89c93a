namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>
/// Where a small picture has edges, each in proportion to what is around it: the same by day and by night as long as the same things can be
/// seen. Not thread-safe.
/// </summary>
internal sealed class EdgePicture
{
    private const int Width = GreyPicture.Width;
    private const int Height = GreyPicture.Height;

    /// <summary>Half a side of the surroundings that an edge is compared with.</summary>
    private const int Reach = 5;

    /// <summary>Edges weaker than this are noise.</summary>
    private const float Floor = 6;

    private readonly float[] _strength = new float[Width * Height];
    private readonly double[] _sums = new double[(Width + 1) * (Height + 1)];

    /// <summary>Strength of each pixel's edge; the mean of all is zero.</summary>
    public float[] Pixels { get; } = new float[Width * Height];

    public void Set(GreyPicture picture)
    {
        Gradient(picture.Pixels);
        SumUp();
        double total = 0;
        for (var y = 0; y < Height; y++)
        {
            var (top, bottom) = (Math.Max(0, y - Reach), Math.Min(Height, y + Reach + 1));
            for (var x = 0; x < Width; x++)
            {
                var (left, right) = (Math.Max(0, x - Reach), Math.Min(Width, x + Reach + 1));
                var around = Sum(left, top, right, bottom) / ((bottom - top) * (right - left));
                var value = _strength[(y * Width) + x] / ((float)around + Floor);
                Pixels[(y * Width) + x] = value;
                total += value;
            }
        }

        var mean = (float)(total / Pixels.Length);
        for (var i = 0; i < Pixels.Length; i++)
        {
            Pixels[i] -= mean;
        }
    }

    private void Gradient(byte[] grey)
    {
        Array.Clear(_strength);
        for (var y = 1; y < Height - 1; y++)
        {
            for (var x = 1; x < Width - 1; x++)
            {
                var at = (y * Width) + x;
                _strength[at] = Math.Abs(grey[at + 1] - grey[at - 1]) + Math.Abs(grey[at + Width] - grey[at - Width]);
            }
        }
    }

    private void SumUp()
    {
        for (var y = 0; y < Height; y++)
        {
            double row = 0;
            for (var x = 0; x < Width; x++)
            {
                row += _strength[(y * Width) + x];
                _sums[((y + 1) * (Width + 1)) + x + 1] = _sums[(y * (Width + 1)) + x + 1] + row;
            }
        }
    }

    private double Sum(int left, int top, int right, int bottom) =>
        _sums[(bottom * (Width + 1)) + right] - _sums[(top * (Width + 1)) + right] - _sums[(bottom * (Width + 1)) + left] + _sums[(top * (Width + 1)) + left];
}
