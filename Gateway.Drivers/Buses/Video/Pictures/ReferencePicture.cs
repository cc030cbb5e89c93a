using System.Globalization;
using System.Text;

namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>
/// How a camera's view is to look: a small grey picture and what it measured. Kept as a PGM file (netpbm's pgm(5), binary) that any viewer
/// opens, with the measures in a comment.
/// </summary>
internal sealed record ReferencePicture(GreyPicture Picture, PictureMeasures Measures)
{
    private const string Comment = "# measures ";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A header and the pixels; anything longer is no reference of ours.</summary>
    private const int MaxBytes = 64 << 10;

    private static readonly string Size = string.Create(CultureInfo.InvariantCulture, $"{GreyPicture.Width} {GreyPicture.Height}");

    /// <summary>Replaces the file in one step.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(string path)
    {
        var part = path + ".part";
        using (var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = Private }))
        {
            var measures = string.Join(
                ' ', new[] { Measures.Mean, Measures.Contrast, Measures.Dark, Measures.Bright, Measures.Sharpness, Measures.Texture }.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
            file.Write(Encoding.ASCII.GetBytes($"P5\n{Comment}{measures}\n{Size}\n255\n"));
            file.Write(Picture.Pixels);
        }

        File.Move(part, path, overwrite: true);
    }

    /// <summary>Null where there is no file, or none that can be read: the camera then has no reference until one is set.</summary>
    public static ReferencePicture? Load(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length <= MaxBytes ? Parse(File.ReadAllBytes(path)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ReferencePicture? Parse(byte[] bytes)
    {
        var pixels = GreyPicture.Width * GreyPicture.Height;
        if (bytes.Length <= pixels)
        {
            return null;
        }

        var header = Encoding.ASCII.GetString(bytes, 0, bytes.Length - pixels).Split('\n');
        if (header is not ["P5", var comment, var size, "255", ""] || size != Size || !comment.StartsWith(Comment, StringComparison.Ordinal))
        {
            return null;
        }

        List<double> values = [];
        foreach (var word in comment[Comment.Length..].Split(' '))
        {
            if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            {
                return null;
            }

            values.Add(value);
        }

        if (values is not [var mean, var contrast, var dark, var bright, var sharpness, var texture])
        {
            return null;
        }

        var picture = new GreyPicture();
        bytes.AsSpan(bytes.Length - pixels).CopyTo(picture.Pixels);
        return new ReferencePicture(picture, new PictureMeasures(mean, contrast, dark, bright, sharpness, texture));
    }
}
