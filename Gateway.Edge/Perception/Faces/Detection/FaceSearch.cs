using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Detection;

/// <summary>
/// Looks for faces in a video: the whole picture every frame and, if asked, one of four overlapping tiles in turn, which finds faces of little more
/// than half the size. At most two detector calls a frame. One thread at a time.
/// </summary>
internal sealed class FaceSearch(FaceReader reader, FaceOptions options)
{
    /// <summary>Side of a tile over that of the picture: neighbours share a quarter, wider than any face that needs tiles.</summary>
    private const float TileShare = 0.625f;

    /// <summary>Pictures up to this width lose nothing to the detector's 320 columns that tiles could bring back.</summary>
    private const int SmallPicture = 480;

    private const float OverlapLimit = 0.4f;
    private const int MostFaces = 16;

    private readonly FaceBox[] _found = new FaceBox[2 * MostFaces];
    private readonly FaceBox[] _kept = new FaceBox[MostFaces];
    private int _tile;

    /// <summary>The faces of this frame; valid until the next call.</summary>
    public Span<FaceBox> Look(BgrImage image)
    {
        var count = reader.Find(image, options.DetectionScore, _found.AsSpan(0, MostFaces));
        if (options.SearchTiles && image.Width > SmallPicture)
        {
            _tile = (_tile + 1) % 4;
            var (width, height) = (image.Width * TileShare, image.Height * TileShare);
            var tile = new PixelBox((_tile & 1) * (image.Width - width), (_tile >> 1) * (image.Height - height), width, height);
            count += InsideOnly(tile, image, _found.AsSpan(count, reader.Find(image, tile, options.DetectionScore, _found.AsSpan(count, MostFaces))));
        }

        return _kept.AsSpan(0, OverlapSuppression.Keep(_found.AsSpan(0, count), OverlapLimit, _kept));
    }

    /// <summary>Drops faces that an inner border of the tile cuts: the half of a face is not a face.</summary>
    private static int InsideOnly(PixelBox tile, BgrImage image, Span<FaceBox> found)
    {
        var count = 0;
        foreach (var face in found)
        {
            var slack = face.Box.Height * 0.1f;
            var cut = (face.Box.X < tile.X + slack && tile.X > 1)
                || (face.Box.Y < tile.Y + slack && tile.Y > 1)
                || (face.Box.Right > tile.Right - slack && tile.Right < image.Width - 1)
                || (face.Box.Bottom > tile.Bottom - slack && tile.Bottom < image.Height - 1);
            if (!cut)
            {
                found[count++] = face;
            }
        }

        return count;
    }
}
