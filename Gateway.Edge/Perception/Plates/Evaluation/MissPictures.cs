using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;

namespace Gateway.Edge.Perception.Plates.Evaluation;

/// <summary>A picture for each miss, with a frame around what was read; the truth and the reading are in the file's name.</summary>
internal sealed class MissPictures
{
    private readonly string _folder;

    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public MissPictures(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>Writes one picture.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(LabelledPlate plate, BgrImage image, PlateReading? reading)
    {
        var sketch = new BgrImage(image.Span.ToArray(), image.Width, image.Height);
        if (reading is { Box: var box } && image.Width > 2 && image.Height > 2)
        {
            Frame(sketch, (int)box.X, (int)box.Y, (int)box.Right, (int)box.Bottom);
        }

        var name = $"{Path.GetFileNameWithoutExtension(plate.File)}-{plate.Plate}-{reading?.Number?.Text ?? "unread"}.jpg";
        File.WriteAllBytes(Path.Combine(_folder, name), JpegCodec.Encode(sketch));
    }

    private static void Frame(BgrImage image, int left, int top, int right, int bottom)
    {
        (left, right) = (Math.Clamp(left, 0, image.Width - 1), Math.Clamp(right, 0, image.Width - 1));
        (top, bottom) = (Math.Clamp(top, 0, image.Height - 1), Math.Clamp(bottom, 0, image.Height - 1));
        for (var x = left; x <= right; x++)
        {
            Paint(image, x, top);
            Paint(image, x, bottom);
        }

        for (var y = top; y <= bottom; y++)
        {
            Paint(image, left, y);
            Paint(image, right, y);
        }
    }

    /// <summary>One red pixel.</summary>
    private static void Paint(BgrImage image, int x, int y)
    {
        var at = (y * image.Stride) + (3 * x);
        (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]) = (0, 0, 255);
    }
}
