using System.Numerics;
using System.Runtime.Intrinsics;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Finding;

/// <summary>
/// Finds lines of text in a part of a picture (PP-OCRv4 detector). Buffers are kept for the few sizes that a camera leads to; further sizes
/// take the place of the one unused for longest. One thread at a time.
/// </summary>
internal sealed class TextDetector(ModelRegistry models) : IDisposable
{
    /// <summary>Sides must be multiples of this.</summary>
    private const int Multiple = 32;

    private const int MostSizes = 6;

    /// <summary>0..255 to what the model was taught: ImageNet's mean and spread, which its authors give to blue, green, red in this order.</summary>
    private static readonly Vector128<float> Scale = Vector128.Create(1 / (255 * 0.229f), 1 / (255 * 0.224f), 1 / (255 * 0.225f), 0);

    private static readonly Vector128<float> Offset = Vector128.Create(-0.485f / 0.229f, -0.456f / 0.224f, -0.406f / 0.225f, 0);

    private readonly List<Sized> _sizes = [];
    private readonly TextRegions _regions = new();

    /// <summary>Fills <paramref name="found"/> with lines of text in pixels of the picture; returns their number.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="part">The part to look at, inside the picture.</param>
    /// <param name="longest">Longest side of what the model sees; a smaller part is looked at as it is.</param>
    /// <param name="thresholds">What counts as text.</param>
    /// <param name="found">Where the lines go.</param>
    public int Find(BgrImage image, PixelBox part, int longest, TextThresholds thresholds, Span<TextBox> found)
    {
        var scale = Math.Min(1, longest / Math.Max(part.Width, part.Height));
        return Find(image, part, Round(part.Width * scale), Round(part.Height * scale), thresholds, found);
    }

    /// <summary>The same at a size of its own, to which the part is stretched.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="part">The part to look at, inside the picture.</param>
    /// <param name="width">Columns that the model sees, a multiple of 32.</param>
    /// <param name="height">Rows that it sees, likewise.</param>
    /// <param name="thresholds">What counts as text.</param>
    /// <param name="found">Where the lines go.</param>
    public int Find(BgrImage image, PixelBox part, int width, int height, TextThresholds thresholds, Span<TextBox> found)
    {
        var sized = Of(width, height);
        sized.Resampler.Sample(image, part, sized.Run.Input, Scale, Offset);
        sized.Run.Run();
        var count = _regions.Find(sized.Run.Output(0), width, height, thresholds, found);
        var (origin, factor) = (new Vector2(part.X, part.Y), new Vector2(part.Width / width, part.Height / height));
        foreach (ref var box in found[..count])
        {
            box = box with { Quad = box.Quad.Map(origin, factor) };
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _sizes.ForEach(sized => sized.Run.Dispose());

    private static int Round(float side) => Math.Max(Multiple, (int)MathF.Round(side / Multiple) * Multiple);

    private Sized Of(int width, int height)
    {
        var index = _sizes.FindIndex(sized => sized.Width == width && sized.Height == height);
        Sized found;
        if (index >= 0)
        {
            found = _sizes[index];
            _sizes.RemoveAt(index);
        }
        else
        {
            if (_sizes.Count == MostSizes)
            {
                _sizes[0].Run.Dispose();
                _sizes.RemoveAt(0);
            }

            var run = models.CreateRun(ModelNames.TextDetector, [1, 3, height, width], ("sigmoid_0.tmp_0", [1, 1, height, width]));
            found = new Sized(width, height, new Resampler(width, height), run);
        }

        // The last one is the one used last.
        _sizes.Add(found);
        return found;
    }

    private sealed record Sized(int Width, int Height, Resampler Resampler, ModelRun Run);
}
