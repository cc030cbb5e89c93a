using System.Numerics;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>
/// A sensor's noise, and the restless blocks of a compressed stream: tiles drawn once and laid over each frame from other places.
/// Vectorised; allocates nothing per frame.
/// </summary>
internal sealed class SensorNoise
{
    /// <summary>The side of a block of a compressed picture, and how many rows share a place in the tile.</summary>
    private const int Block = 8;

    private const int Length = 1 << 14;

    private readonly sbyte[] _grain;
    private readonly sbyte[]? _blocks;
    private readonly int _group;
    private readonly int _seed;

    /// <param name="random">Decides the tiles.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="sigma">Deviation of the noise, levels; 0 for none.</param>
    /// <param name="blocking">How far blocks stray from their level; 0 for a stream that is not compressed.</param>
    /// <param name="group">Frames from one whole picture of the stream to the next; blocks keep their error within.</param>
    public SensorNoise(SeededRandom random, int width, double sigma, double blocking, int group)
    {
        (_seed, _group) = (random.Whole(1, int.MaxValue - 1), group);
        (Sigma, Blocking) = (sigma, blocking);
        _grain = Tile(width, _ => random.Normal() * sigma);
        if (blocking > 0)
        {
            var errors = new double[(width + Length) / Block + 1];
            for (var i = 0; i < errors.Length; i++)
            {
                errors[i] = random.Normal() * blocking;
            }

            _blocks = Tile(width, column => errors[column / Block]);
        }
    }

    /// <summary>Deviation of the noise, levels.</summary>
    public double Sigma { get; }

    /// <summary>How far blocks stray from their level.</summary>
    public double Blocking { get; }

    /// <summary>Lays the noise of one frame over it.</summary>
    public void Over(Span<byte> frame, int width, int number)
    {
        if (Sigma > 0)
        {
            Lay(_grain, frame, width, number, 1);
        }

        if (_blocks is not null)
        {
            Lay(_blocks, frame, width, number / _group, Block);
        }
    }

    private static sbyte[] Tile(int width, Func<int, double> value)
    {
        var stride = width + Length;
        var tile = new sbyte[stride * Block];
        for (var i = 0; i < tile.Length; i++)
        {
            tile[i] = (sbyte)Math.Clamp(Math.Round(value(i % stride)), -100, 100);
        }

        return tile;
    }

    private void Lay(sbyte[] tile, Span<byte> frame, int width, int number, int step)
    {
        var stride = width + Length;
        for (var row = 0; row < frame.Length / width; row++)
        {
            var at = (int)(Scatter.Unit(row / step, number, _seed + step) * (Length / step)) * step;
            Add(tile.AsSpan(((row % Block) * stride) + at, width), frame.Slice(row * width, width));
        }
    }

    private static void Add(ReadOnlySpan<sbyte> noise, Span<byte> row)
    {
        var middle = new Vector<byte>(0x80);
        var i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            // Bytes moved to -128..127 saturate where a picture is black or white.
            var moved = Vector.AsVectorSByte(new Vector<byte>(row[i..]) ^ middle);
            (Vector.AsVectorByte(Vector.AddSaturate(moved, new Vector<sbyte>(noise[i..]))) ^ middle).CopyTo(row[i..]);
        }

        for (; i < row.Length; i++)
        {
            row[i] = (byte)Math.Clamp(row[i] + noise[i], 0, 255);
        }
    }
}
