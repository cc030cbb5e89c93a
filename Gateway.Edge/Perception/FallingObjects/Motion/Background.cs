using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// What each pixel usually looks like, and by how much it has to differ to count: a level and a threshold, a byte each. Rows are padded
/// to whole words of the watched area. Not thread-safe.
/// </summary>
internal sealed class Background
{
    private readonly byte[] _levels;
    private readonly byte[] _thresholds;

    public Background(int height, int words)
    {
        Stride = words * WatchedArea.WordPixels;
        _levels = new byte[Stride * height];
        _thresholds = new byte[Stride * height];
    }

    /// <summary>Bytes in a row.</summary>
    public int Stride { get; }

    /// <summary>The levels, row by row.</summary>
    public Span<byte> Levels => _levels;

    /// <summary>The thresholds, row by row.</summary>
    public Span<byte> Thresholds => _thresholds;

    /// <summary>Takes one picture's levels; the thresholds stay.</summary>
    public void Start(ReadOnlySpan<byte> luma, int width)
    {
        for (var (from, to) = (0, 0); from < luma.Length; from += width, to += Stride)
        {
            luma.Slice(from, width).CopyTo(_levels.AsSpan(to, Stride));
        }
    }

    /// <summary>Replaces each level by what a table of 256 says.</summary>
    public void Map(ReadOnlySpan<byte> table)
    {
        foreach (ref var level in _levels.AsSpan())
        {
            level = table[level];
        }
    }

    /// <summary>Compares the words of one row and learns from them; <paramref name="mask"/> gets the bits that differ and are watched.</summary>
    public void Compare(int row, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> tolerances, int first, ReadOnlySpan<ulong> watched, Span<ulong> mask, PixelRates rates)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            Compare<PixelKernel256>(row, pixels, tolerances, first, watched, mask, rates);
        }
        else
        {
            Compare<PixelKernel128>(row, pixels, tolerances, first, watched, mask, rates);
        }
    }

    /// <summary>Whether a row has rows above and below.</summary>
    public bool HasSlopes(int row) => row > 0 && (row + 2) * Stride <= _levels.Length;

    /// <summary>Adds to <paramref name="least"/> what pixels from a column on differ in a frame that lies a fraction of a pixel beside.</summary>
    public void Slopes(int row, int column, FrameShift shift, ReadOnlySpan<byte> least, Span<byte> target)
    {
        var start = (row * Stride) + column;
        EdgeTolerance.Fill(
            least,
            _levels.AsSpan(start - 1, target.Length + 2),
            _levels.AsSpan(start - Stride, target.Length),
            _levels.AsSpan(start + Stride, target.Length),
            Math.Abs(shift.EighthsX),
            Math.Abs(shift.EighthsY),
            target);
    }

    internal void Compare<TKernel>(int row, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> tolerances, int first, ReadOnlySpan<ulong> watched, Span<ulong> mask, PixelRates rates)
        where TKernel : struct, IPixelKernel
    {
        var length = watched.Length * WatchedArea.WordPixels;
        var start = (row * Stride) + (first * WatchedArea.WordPixels);
        ref var pixel = ref MemoryMarshal.GetReference(pixels.Slice(first * WatchedArea.WordPixels, length));
        ref var tolerance = ref MemoryMarshal.GetReference(tolerances[..length]);
        ref var level = ref MemoryMarshal.GetReference(_levels.AsSpan(start, length));
        ref var threshold = ref MemoryMarshal.GetReference(_thresholds.AsSpan(start, length));
        mask = mask[..watched.Length];
        for (var word = 0; word < mask.Length; word++)
        {
            if (watched[word] == 0)
            {
                mask[word] = 0;
                continue;
            }

            var at = word * WatchedArea.WordPixels;
            mask[word] = watched[word] & TKernel.Step(ref Unsafe.Add(ref pixel, at), ref Unsafe.Add(ref tolerance, at), ref Unsafe.Add(ref level, at), ref Unsafe.Add(ref threshold, at), rates);
        }
    }
}
