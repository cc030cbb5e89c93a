using System.Numerics;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// Takes out shake and changes of brightness, compares each watched pixel with its background, and joins what differs. Memory: two bytes
/// and two bits a pixel.
/// </summary>
internal sealed class MotionFinder : IMotionFinder
{
    /// <summary>What counts as known at first, levels.</summary>
    private const byte FirstDeviation = 6;

    /// <summary>Until then deviations grow fast, so that trees fall silent soon.</summary>
    private const int FastFrames = 40;

    /// <summary>Every so many frames deviations shrink, and what differs is learned.</summary>
    private const int Slow = 8;

    private const int ChooseEvery = 250;

    /// <summary>Brightness is compared at one pixel of so many a side.</summary>
    private const int Grid = 16;

    /// <summary>Half of the largest thing, as a part of the picture's height.</summary>
    private const int Around = 25;

    private readonly int _width;
    private readonly int _height;
    private readonly int _stride;
    private readonly MotionSettings _settings;
    private readonly WatchedPixels _watched;
    private readonly byte[] _level;
    private readonly byte[] _deviation;
    private readonly uint[] _moving;
    private readonly byte[] _row;
    private readonly int[] _differences = new int[511];
    private readonly BlobFinder _blobs = new();
    private readonly ShakeMeter _shake;
    private long _frames;

    /// <param name="view">Size, region and what is ignored.</param>
    /// <param name="settings">From where on a pixel differs.</param>
    public MotionFinder(FallView view, MotionSettings settings)
    {
        (_width, _height, _settings) = (view.Width, view.Height, settings);
        _watched = new WatchedPixels(view, settings.MostShake + 1, view.Height / Around);
        _stride = _watched.Words * BackgroundRow.Word;
        (_level, _deviation) = (new byte[_stride * _height], new byte[_stride * _height]);
        _moving = new uint[_watched.Words];
        _row = new byte[_stride];
        _shake = new ShakeMeter(_width, _height, settings.MostShake);
    }

    /// <inheritdoc/>
    public bool Disturbed { get; private set; }

    /// <summary>The last frame's shift against the background, pixels.</summary>
    public (int X, int Y) Shift { get; private set; }

    /// <inheritdoc/>
    public void Reset() => _frames = 0;

    /// <inheritdoc/>
    public ReadOnlySpan<Blob> Take(ReadOnlySpan<byte> luma)
    {
        if (_frames++ == 0)
        {
            Learn(luma);
            return [];
        }

        if (_frames % ChooseEvery == 10)
        {
            _shake.Choose(_level, _stride, _deviation, _watched);
        }

        Shift = _shake.Measure(luma, _level, _stride);
        var moving = Compare(luma, OffsetOf(luma));
        var was = Disturbed;
        Disturbed = moving > _settings.MostMoving * _watched.Count || _blobs.Flooded;
        if (Disturbed || was)
        {
            // Seen twice in a row it is another picture, not a bump.
            Approach(luma);
        }

        return Disturbed || was || _frames <= _settings.WarmUp ? [] : _blobs.End(_watched.Count / 4);
    }

    private void Learn(ReadOnlySpan<byte> luma)
    {
        for (var y = 0; y < _height; y++)
        {
            luma.Slice(y * _width, _width).CopyTo(_level.AsSpan(y * _stride));
        }

        _deviation.AsSpan().Fill(FirstDeviation);
        Disturbed = false;
    }

    private int Compare(ReadOnlySpan<byte> luma, int offset)
    {
        var pace = new BackgroundRow.Pace(
            offset, _settings.LeastDifference, (byte)(_frames < FastFrames ? 3 : 1), (byte)(_frames % Slow == 0 ? 1 : 0), _frames % Slow == 4);
        var count = 0;
        _blobs.Begin();
        for (var y = _settings.MostShake + 1; y < _height - _settings.MostShake - 1; y++)
        {
            var watched = _watched.Row(y);
            if (!watched.ContainsAnyExcept(0u))
            {
                continue;
            }

            var row = RowOf(luma, y);
            var level = _level.AsSpan(y * _stride, _stride);
            BackgroundRow.Take(row, level, _deviation.AsSpan(y * _stride, _stride), watched, _moving, pace);
            if (_moving.AsSpan().ContainsAnyExcept(0u))
            {
                count += Bits(_moving);
                _blobs.Row(y, _moving, row, level, offset);
            }
        }

        return count;
    }

    /// <summary>A row of the frame where the background has it; long enough for whole words.</summary>
    private ReadOnlySpan<byte> RowOf(ReadOnlySpan<byte> luma, int y)
    {
        var from = ((y + Shift.Y) * _width) + Shift.X;
        if (from + _stride <= luma.Length)
        {
            return luma.Slice(from, _stride);
        }

        luma[from..].CopyTo(_row);
        return _row;
    }

    /// <summary>By how much the picture is brighter than its background: the median over a grid.</summary>
    private int OffsetOf(ReadOnlySpan<byte> luma)
    {
        Array.Clear(_differences);
        var count = 0;
        for (var y = Grid; y < _height - Grid; y += Grid)
        {
            for (var x = Grid; x < _width - Grid; x += Grid)
            {
                if (_watched.Has(x, y))
                {
                    _differences[luma[((y + Shift.Y) * _width) + x + Shift.X] - _level[(y * _stride) + x] + 255]++;
                    count++;
                }
            }
        }

        var seen = 0;
        for (var i = 0; i < _differences.Length; i++)
        {
            seen += _differences[i];
            if (2 * seen > count)
            {
                // One level is the background's own unsteadiness.
                return Math.Abs(i - 255) <= 1 ? 0 : i - 255;
            }
        }

        return 0;
    }

    private void Approach(ReadOnlySpan<byte> luma)
    {
        for (var y = 0; y < _height; y++)
        {
            var row = luma.Slice(y * _width, _width);
            var level = _level.AsSpan(y * _stride, _width);
            for (var x = 0; x < row.Length; x++)
            {
                level[x] = (byte)((level[x] + row[x] + 1) / 2);
            }
        }
    }

    private static int Bits(ReadOnlySpan<uint> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
