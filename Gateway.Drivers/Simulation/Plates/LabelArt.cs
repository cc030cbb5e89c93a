using System.Numerics;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Simulation.Plates;

/// <summary>Draws stickers and signs: a line of characters on a plain ground. Safe for several threads.</summary>
/// <param name="glyphs">The shapes of the characters.</param>
public sealed class LabelArt(PlateGlyphs glyphs)
{
    /// <summary>Share of the height that the characters fill.</summary>
    private const float Filled = 0.64f;

    /// <param name="text">Characters of <see cref="PlateGlyphs.Known"/>, and spaces.</param>
    /// <param name="ground">Blue, green, red, 0..255.</param>
    /// <param name="ink">The same.</param>
    /// <param name="height">Rows; the text decides the width.</param>
    public BgrImage Draw(string text, Vector3 ground, Vector3 ink, int height)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var tall = height * Filled;
        var gap = tall * 0.16f;
        var widths = text.Select(character => character == ' ' ? tall * 0.3f : glyphs[character] is var glyph && glyph.Height > glyph.Width / 2 ? tall * glyph.Width / glyph.Height : tall * 0.45f).ToList();
        var image = new BgrImage(new byte[(int)(widths.Sum() + (gap * (text.Length + 3))) * height * 3], (int)(widths.Sum() + (gap * (text.Length + 3))), height);
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                Write(image, x, y, ground);
            }
        }

        var left = gap * 2;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ' ')
            {
                Put(image, text[i], left, widths[i], ground, ink);
            }

            left += widths[i] + gap;
        }

        return image;
    }

    private void Put(BgrImage image, char character, float left, float width, Vector3 ground, Vector3 ink)
    {
        var glyph = glyphs[character];
        var small = glyph.Height <= glyph.Width / 2 || character == '·';
        var (top, tall) = small ? (0.46f, 0.1f) : ((1 - Filled) / 2, Filled);
        for (var y = (int)(image.Height * top); y < image.Height * (top + tall); y++)
        {
            for (var x = (int)left; x < Math.Min(image.Width, left + width); x++)
            {
                var share = glyph.At((x + 0.5f - left) / width, ((y + 0.5f) / image.Height - top) / tall);
                Write(image, x, y, Vector3.Lerp(ground, ink, share));
            }
        }
    }

    private static void Write(BgrImage image, int x, int y, Vector3 colour)
    {
        var at = ((y * image.Width) + x) * 3;
        (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]) = ((byte)colour.X, (byte)colour.Y, (byte)colour.Z);
    }
}
