using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// How far a frame has moved against the background, in whole pixels: textured blocks look for themselves nearby and vote. Most frames
/// stand still, so the search begins there and goes on only downhill. Not thread-safe; allocates nothing per frame.
/// </summary>
internal sealed class ShakeMeter
{
    private const int Side = 32;
    private const int Blocks = 24;

    /// <summary>Sum over a block of the differences between neighbours from which on it has a texture: 3 levels a pixel.</summary>
    private const int LeastTexture = 3 * Side * Side;

    private readonly int _width;
    private readonly int _height;
    private readonly int _most;
    private readonly List<(int X, int Y)> _blocks = new(Blocks);
    private readonly int[] _votesX = new int[Blocks];
    private readonly int[] _votesY = new int[Blocks];

    public ShakeMeter(int width, int height, int most) => (_width, _height, _most) = (width, height, most);

    /// <summary>Chooses the blocks with the most texture that are calm, spread over the picture.</summary>
    public void Choose(ReadOnlySpan<byte> level, int stride, ReadOnlySpan<byte> deviation, WatchedPixels watched)
    {
        _blocks.Clear();
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < Blocks / 4; column++)
            {
                if (BestIn(level, stride, deviation, watched, column, row) is { } block)
                {
                    _blocks.Add(block);
                }
            }
        }
    }

    /// <summary>The frame's shift: its pixel (x + X, y + Y) shows what the background has at (x, y).</summary>
    public (int X, int Y) Measure(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> level, int stride)
    {
        if (_most == 0 || _blocks.Count < 3)
        {
            return (0, 0);
        }

        for (var i = 0; i < _blocks.Count; i++)
        {
            (_votesX[i], _votesY[i]) = Descend(luma, level, stride, _blocks[i]);
        }

        var count = _blocks.Count;
        _votesX.AsSpan(0, count).Sort();
        _votesY.AsSpan(0, count).Sort();
        return (_votesX[count / 2], _votesY[count / 2]);
    }

    private (int X, int Y)? BestIn(ReadOnlySpan<byte> level, int stride, ReadOnlySpan<byte> deviation, WatchedPixels watched, int column, int row)
    {
        (int X, int Y)? best = null;
        var most = LeastTexture;
        var (left, top) = (column * _width / (Blocks / 4), row * _height / 4);
        var (right, bottom) = ((column + 1) * _width / (Blocks / 4), (row + 1) * _height / 4);
        for (var y = Math.Max(top, _most + 1); y + Side < Math.Min(bottom, _height - _most - 1); y += Side)
        {
            for (var x = Math.Max(left, _most + 1); x + Side < Math.Min(right, _width - _most - 1); x += Side)
            {
                if (!watched.Has(x, y) || !watched.Has(x + Side, y) || !watched.Has(x, y + Side) || !watched.Has(x + Side, y + Side))
                {
                    // The background is learned where it is watched only.
                    continue;
                }

                var texture = Texture(level, stride, deviation, x, y);
                (best, most) = texture > most ? ((x, y), texture) : (best, most);
            }
        }

        return best;
    }

    private static int Texture(ReadOnlySpan<byte> level, int stride, ReadOnlySpan<byte> deviation, int left, int top)
    {
        var (sum, restless) = (0, 0);
        for (var y = top; y < top + Side; y += 2)
        {
            for (var x = left; x < left + Side; x += 2)
            {
                var at = (y * stride) + x;
                sum += 4 * Math.Min(Math.Abs(level[at] - level[at + 1]) + Math.Abs(level[at] - level[at + stride]), 60);
                restless += 4 * deviation[at];
            }
        }

        return sum - (3 * restless);
    }

    private (int X, int Y) Descend(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> level, int stride, (int X, int Y) block)
    {
        var (x, y) = (0, 0);
        var least = Difference(luma, level, stride, block, 0, 0);
        while (true)
        {
            var (bestX, bestY) = (x, y);
            for (var dy = -1; dy <= 1; dy++)
            {
                for (var dx = -1; dx <= 1; dx++)
                {
                    if ((dx | dy) == 0 || Math.Abs(x + dx) > _most || Math.Abs(y + dy) > _most)
                    {
                        continue;
                    }

                    var difference = Difference(luma, level, stride, block, x + dx, y + dy);
                    (least, bestX, bestY) = difference < least ? (difference, x + dx, y + dy) : (least, bestX, bestY);
                }
            }

            if ((bestX, bestY) == (x, y))
            {
                return (x, y);
            }

            (x, y) = (bestX, bestY);
        }
    }

    private int Difference(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> level, int stride, (int X, int Y) block, int dx, int dy)
    {
        ref var frame = ref MemoryMarshal.GetReference(luma);
        ref var background = ref MemoryMarshal.GetReference(level);
        var sum = Vector128<ushort>.Zero;
        for (var y = block.Y; y < block.Y + Side; y += 2)
        {
            var (from, to) = ((nuint)(((y + dy) * _width) + block.X + dx), (nuint)((y * stride) + block.X));
            for (var part = (nuint)0; part < Side; part += 16)
            {
                var (a, b) = (Vector128.LoadUnsafe(ref frame, from + part), Vector128.LoadUnsafe(ref background, to + part));
                var difference = Vector128.SubtractSaturate(a, b) | Vector128.SubtractSaturate(b, a);
                var (low, high) = Vector128.Widen(difference);
                sum += low + high;
            }
        }

        var (even, odd) = Vector128.Widen(sum);
        return (int)Vector128.Sum(even + odd);
    }
}
