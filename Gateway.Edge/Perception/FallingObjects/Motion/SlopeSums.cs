namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>The normal equations of a small shift: a picture moved by (x, y) differs from itself by -slope * (x, y).</summary>
internal struct SlopeSums
{
    private long _xx, _xy, _yy, _xd, _yd;

    /// <summary>Takes the inner pixels of a block of the frame and of the background, given from their upper left.</summary>
    public void Add(ReadOnlySpan<byte> frame, int frameStride, ReadOnlySpan<byte> levels, int stride)
    {
        for (var row = 1; row < BlockMatch.Side - 1; row++)
        {
            var above = levels.Slice((row - 1) * stride, BlockMatch.Side);
            var here = levels.Slice(row * stride, BlockMatch.Side);
            var below = levels.Slice((row + 1) * stride, BlockMatch.Side);
            var seen = frame.Slice(row * frameStride, BlockMatch.Side);
            for (var column = 1; column < BlockMatch.Side - 1; column++)
            {
                // Slopes over two pixels: twice the slope.
                var (x, y) = (here[column + 1] - here[column - 1], below[column] - above[column]);
                var difference = seen[column] - here[column];
                _xx += x * x;
                _xy += x * y;
                _yy += y * y;
                _xd += x * difference;
                _yd += y * difference;
            }
        }
    }

    /// <summary>The shift in pixels; zero where the slopes do not tell it.</summary>
    public readonly (double X, double Y) Solve()
    {
        var determinant = ((double)_xx * _yy) - ((double)_xy * _xy);
        return determinant <= 0.01 * _xx * _yy
            ? default
            : (-2 * (((double)_xd * _yy) - ((double)_yd * _xy)) / determinant, -2 * (((double)_yd * _xx) - ((double)_xd * _xy)) / determinant);
    }
}
