using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Tracking;

/// <summary>Keeps the best view of a face, with margin, as pixels; encodes it only when somebody asks. The buffer is reused and overwritten on reset.</summary>
internal sealed class PortraitKeeper
{
    /// <summary>Margin on every side, as a share of the face's box.</summary>
    private const float Margin = 0.5f;

    /// <summary>A new view must be this much better to be worth copying.</summary>
    private const float Improvement = 1.05f;

    private const int JpegQuality = 90;

    private byte[] _pixels = [];
    private int _width;
    private int _height;

    /// <summary>Quality of the kept view, 0..1; 0 when there is none.</summary>
    public float Quality { get; private set; }

    /// <summary>Takes the view if it is clearly better than the kept one.</summary>
    public void Offer(BgrImage image, PixelBox face, float quality)
    {
        if (_width > 0 && quality <= Quality * Improvement)
        {
            return;
        }

        var part = face.Grow(Margin);
        var left = Math.Clamp((int)part.X, 0, image.Width - 1);
        var top = Math.Clamp((int)part.Y, 0, image.Height - 1);
        _width = Math.Clamp((int)part.Right, left + 1, image.Width) - left;
        _height = Math.Clamp((int)part.Bottom, top + 1, image.Height) - top;
        if (_pixels.Length < _width * _height * 3)
        {
            _pixels = new byte[_width * _height * 3];
        }

        for (var row = 0; row < _height; row++)
        {
            image.Span.Slice(((top + row) * image.Stride) + (left * 3), _width * 3).CopyTo(_pixels.AsSpan(row * _width * 3));
        }

        Quality = quality;
    }

    /// <summary>The kept view as JPEG; empty when there is none.</summary>
    public byte[] Encode() => _width == 0 ? [] : JpegCodec.Encode(new BgrImage(_pixels, _width, _height), JpegQuality);

    /// <summary>Forgets and overwrites the view.</summary>
    public void Reset()
    {
        Array.Clear(_pixels);
        (_width, _height, Quality) = (0, 0, 0);
    }
}
