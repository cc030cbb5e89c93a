using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Finding;

/// <summary>
/// Finds patches of the colours that plates have, for plates that the text detector does not take for text: those seen from far aside. Costs
/// little, finds much else besides; reading tells. One thread at a time.
/// </summary>
internal sealed class GroundFinder
{
    /// <summary>The part is looked at in this size.</summary>
    private const int Width = 640, Height = 480;

    private readonly Resampler _resampler = new(Width, Height);
    private readonly float[] _planes = new float[3 * Width * Height];
    private readonly float[] _map = new float[Width * Height];
    private readonly TextRegions _regions = new();

    /// <summary>Fills <paramref name="found"/> with patches in pixels of the picture; returns their number.</summary>
    public int Find(BgrImage image, PixelBox part, Span<TextBox> found)
    {
        _resampler.Sample(image, part, _planes);
        var plane = Width * Height;
        for (var at = 0; at < plane; at++)
        {
            var (blue, green, red) = (_planes[at], _planes[plane + at], _planes[(2 * plane) + at]);

            // Clearly blue, with enough light to tell.
            _map[at] = blue > 60 && blue > 1.5f * red && blue > 1.15f * green ? 1 : 0;
        }

        var count = _regions.Find(_map, Width, Height, TextThresholds.Ground, found[..(found.Length / 2)]);
        count += _regions.Find(_map, Width, Height, TextThresholds.SlantedGround, found[count..]);
        var (origin, factor) = (new Vector2(part.X, part.Y), new Vector2(part.Width / Width, part.Height / Height));
        foreach (ref var box in found[..count])
        {
            box = box with { Quad = box.Quad.Map(origin, factor) };
        }

        return count;
    }
}
