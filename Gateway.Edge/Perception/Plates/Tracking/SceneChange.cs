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

    /// <summary>Looks at a frame; true when it differs from the one last remembered, or none was.</summary>
    public bool Look(BgrImage image, PixelBox region)
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

        return !_any || Differs();
    }

    /// <summary>The frame last looked at has been searched.</summary>
    public void Remember()
    {
        _now.CopyTo(_searched, 0);
        _any = true;
    }

    private bool Differs()
    {
        for (var top = 0; top < Rows; top += Block)
        {
            for (var left = 0; left < Columns; left += Block)
            {
                var sum = 0;
                for (var row = top; row < top + Block; row++)
                {
                    for (var column = left; column < left + Block; column++)
                    {
                        sum += _now[(row * Columns) + column] - _searched[(row * Columns) + column];
                    }
                }

                if (Math.Abs(sum) > Moved)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
