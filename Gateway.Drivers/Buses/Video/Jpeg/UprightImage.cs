namespace Gateway.Drivers.Buses.Video.Jpeg;

/// <summary>Turns and mirrors pictures so that people stand upright.</summary>
internal static class UprightImage
{
    /// <summary>The upright picture: the same object when nothing is to be done, a new one otherwise.</summary>
    public static BgrImage Of(BgrImage image, ExifOrientation orientation)
    {
        if (orientation is ExifOrientation.Unstated or ExifOrientation.Upright)
        {
            return image;
        }

        var swap = orientation >= ExifOrientation.Transposed;
        var (width, height) = swap ? (image.Height, image.Width) : (image.Width, image.Height);
        var upright = new byte[width * height * 3];
        var source = image.Span;
        var (right, bottom) = (image.Width - 1, image.Height - 1);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = orientation switch
                {
                    ExifOrientation.MirroredHorizontally => (right - x, y),
                    ExifOrientation.UpsideDown => (right - x, bottom - y),
                    ExifOrientation.MirroredVertically => (x, bottom - y),
                    ExifOrientation.Transposed => (y, x),
                    ExifOrientation.TurnClockwise => (y, bottom - x),
                    ExifOrientation.TransposedAcross => (right - y, bottom - x),
                    ExifOrientation.TurnCounterClockwise => (right - y, x),
                    _ => (x, y),
                };
                source.Slice(((fromY * image.Width) + fromX) * 3, 3).CopyTo(upright.AsSpan(((y * width) + x) * 3));
            }
        }

        return new BgrImage(upright, width, height);
    }
}
