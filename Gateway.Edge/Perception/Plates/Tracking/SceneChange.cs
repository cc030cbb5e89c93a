using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>
/// Whether anything has changed in a view since it was last searched, told from a small grid of samples: searching an empty driveway 25
/// times a second would cost a core. Allocates nothing. One thread at a time.
/// </summary>
internal sealed class SceneChange
{
    private const int Columns = 64;
    private const int Rows = 36;
    private const int Block = 4; // samples on a block's side

    /// <summary>Mean change of a block, in levels, from which something moved; the noise of single samples averages out below it.</summary>
    private const int Moved = 10 * Block * Block;

    private readonly byte[] _searched = new byte[Columns * Rows];
    private readonly byte[] _now = new byte[Columns * Rows];
    private bool _any;

    /// <summary>A frame has been remembered.</summary>
    public bool Knows => _any;

    /// <summary>Looks at a frame. The part of it that differs from the one last remembered, with a margin; all of it where none was, null where nothing does.</summary>
    public PixelBox? Look(BgrImage image, PixelBox region)
    {
        var pixels = image.Span;
        for (var row = 0; row < Rows; row++)
        {
            var y = Math.Clamp((int)(region.Y + ((row + 0.5f) * region.Height / Rows)), 0, image.Height - 1);
            for (var column = 0; column < Columns; column++)
            {
                var x = Math.Clamp((int)(region.X + ((column + 0.5f) * region.Width / Columns)), 0, image.Width - 1);
                _now[(row * Columns) + column] = pixels[(y * image.Stride) + (x * 3) + 1];
            }
        }

        return _any ? Changed(region) : region;
    }

    /// <summary>The frame last looked at has been searched.</summary>
    public void Remember()
    {
        _now.CopyTo(_searched, 0);
        _any = true;
    }

    private PixelBox? Changed(PixelBox region)
    {
        var (left, top, right, bottom) = (Columns, Rows, 0, 0);
        for (var row = 0; row < Rows; row += Block)
        {
            for (var column = 0; column < Columns; column += Block)
            {
                if (Differs(row, column))
                {
                    (left, top) = (Math.Min(left, column), Math.Min(top, row));
                    (right, bottom) = (Math.Max(right, column + Block), Math.Max(bottom, row + Block));
                }
            }
        }

        if (right == 0)
        {
            return null;
        }

        // A block more: what moved may reach into it too little to be told.
        (left, top) = (Math.Max(0, left - Block), Math.Max(0, top - Block));
        (right, bottom) = (Math.Min(Columns, right + Block), Math.Min(Rows, bottom + Block));
        var (width, height) = (region.Width / Columns, region.Height / Rows);
        return new PixelBox(region.X + (left * width), region.Y + (top * height), (right - left) * width, (bottom - top) * height);
    }

    private bool Differs(int top, int left)
    {
        var sum = 0;
        for (var row = top; row < top + Block; row++)
        {
            for (var column = left; column < left + Block; column++)
            {
                sum += _now[(row * Columns) + column] - _searched[(row * Columns) + column];
            }
        }

        return Math.Abs(sum) > Moved;
    }
}
