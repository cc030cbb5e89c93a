namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

/// <summary>A seeded facade of windows and bricks with noise, on which tests paint.</summary>
internal sealed class MotionScene
{
    public const int Width = 320;
    public const int Height = 240;

    private readonly byte[] _facade = new byte[(Width + 20) * (Height + 20)];
    private readonly Random _random;

    public MotionScene(int seed)
    {
        _random = new Random(seed);
        for (var y = 0; y < Height + 20; y++)
        {
            for (var x = 0; x < Width + 20; x++)
            {
                var window = x % 40 is > 8 and < 26 && y % 32 is > 6 and < 22;
                var brick = ((x / 7) + (y / 4)) * 2654435761u % 23;
                _facade[(y * (Width + 20)) + x] = (byte)(window ? 60 + (y % 32) : 110 + (2 * brick));
            }
        }
    }

    public byte[] Frame { get; } = new byte[Width * Height];

    /// <summary>Standard deviation, levels.</summary>
    public double Noise { get; init; } = 1;

    /// <summary>Paints the facade anew, moved and with other tones.</summary>
    public byte[] Next(int shiftX = 0, int shiftY = 0, double gain = 1, double offset = 0)
    {
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var level = _facade[((y + 10 - shiftY) * (Width + 20)) + x + 10 - shiftX];
                Frame[(y * Width) + x] = Clamp((level * gain) + offset + (Noise * Normal()));
            }
        }

        return Frame;
    }

    /// <summary>Adds levels to a rectangle.</summary>
    public void Paint(int x, int y, int width, int height, int levels)
    {
        for (var row = y; row < y + height; row++)
        {
            for (var column = x; column < x + width; column++)
            {
                Frame[(row * Width) + column] = Clamp(Frame[(row * Width) + column] + levels);
            }
        }
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private static byte Clamp(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
