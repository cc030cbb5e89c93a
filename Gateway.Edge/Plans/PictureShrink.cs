using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Plans;

/// <summary>Makes pictures smaller by averaging, so that a plan's thin lines become paler instead of going.</summary>
internal static class PictureShrink
{
    /// <summary>The picture with its longest side at most <paramref name="side"/> pixels; the same object where it is no longer.</summary>
    public static BgrImage To(BgrImage picture, int side)
    {
        var longest = Math.Max(picture.Width, picture.Height);
        if (longest <= side)
        {
            return picture;
        }

        var (width, height) = (Part(picture.Width, side, longest), Part(picture.Height, side, longest));
        var small = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            var rows = Span(y, height, picture.Height);
            for (var x = 0; x < width; x++)
            {
                Average(picture, Span(x, width, picture.Width), rows, small.AsSpan(((y * width) + x) * 3, 3));
            }
        }

        return new BgrImage(small, width, height);
    }

    private static int Part(int length, int side, int longest) => Math.Max(1, (int)((long)length * side / longest));

    private static (int From, int To) Span(int index, int parts, int length) =>
        ((int)((long)index * length / parts), Math.Max((int)((long)index * length / parts) + 1, (int)((((long)index + 1) * length) / parts)));

    private static void Average(BgrImage picture, (int From, int To) columns, (int From, int To) rows, Span<byte> bgr)
    {
        int blue = 0, green = 0, red = 0;
        for (var y = rows.From; y < rows.To; y++)
        {
            var row = picture.Span.Slice((y * picture.Stride) + (columns.From * 3), (columns.To - columns.From) * 3);
            for (var at = 0; at < row.Length; at += 3)
            {
                blue += row[at];
                green += row[at + 1];
                red += row[at + 2];
            }
        }

        var count = (columns.To - columns.From) * (rows.To - rows.From);
        (bgr[0], bgr[1], bgr[2]) = ((byte)(blue / count), (byte)(green / count), (byte)(red / count));
    }
}
