namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>A picture of 128 x 72 grey values, whatever it was made from. Not thread-safe.</summary>
internal sealed class GreyPicture
{
    public const int Width = 128;
    public const int Height = 72;

    public byte[] Pixels { get; } = new byte[Width * Height];

    /// <summary>Each pixel becomes the mean of the part of the larger picture that it covers; at least one pixel of it.</summary>
    public void Shrink(ReadOnlySpan<byte> grey, int width, int height)
    {
        for (var y = 0; y < Height; y++)
        {
            var (top, bottom) = Range(y, Height, height);
            for (var x = 0; x < Width; x++)
            {
                var (left, right) = Range(x, Width, width);
                var sum = 0;
                for (var row = top; row < bottom; row++)
                {
                    foreach (var value in grey[((row * width) + left)..((row * width) + right)])
                    {
                        sum += value;
                    }
                }

                var count = (bottom - top) * (right - left);
                Pixels[(y * Width) + x] = (byte)((sum + (count / 2)) / count);
            }
        }
    }

    public void CopyTo(GreyPicture other) => Pixels.CopyTo(other.Pixels, 0);

    private static (int From, int To) Range(int at, int parts, int side)
    {
        var from = at * side / parts;
        return (from, Math.Max(from + 1, (at + 1) * side / parts));
    }
}
