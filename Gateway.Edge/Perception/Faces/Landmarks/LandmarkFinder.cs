using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Landmarks;

/// <summary>
/// Finds the 68 points of the iBUG scheme, in two looks: inside the detector's box, then inside a square around the points of the first
/// look, which no longer depends on how the detector happened to cut the face. One thread at a time.
/// </summary>
internal sealed class LandmarkFinder(ModelRegistry models) : IDisposable
{
    /// <summary>Points of a face.</summary>
    public const int Count = 68;

    private const int Side = 64;

    /// <summary>Side of the second square over the extent of the points. Measured: 1.2 gives the best recognition.</summary>
    private const float SecondLook = 1.2f;

    private readonly ModelRun _run = models.CreateRun(ModelNames.FaceLandmarks);
    private readonly Resampler _resampler = new(Side, Side);
    private readonly float[] _planes = new float[3 * Side * Side];

    /// <summary>Fills <paramref name="shape"/> for the face in that box.</summary>
    public void Find(BgrImage image, PixelBox face, FaceShape shape)
    {
        Look(image, face.Square(face.Height), shape.Points);
        shape.KeepCoarse();
        Look(image, Around(shape.Points), shape.Points);
        shape.Measure();
    }

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    private static PixelBox Around(ReadOnlySpan<Vector2> points)
    {
        var (lowest, highest) = (points[0], points[0]);
        foreach (var point in points)
        {
            lowest = Vector2.Min(lowest, point);
            highest = Vector2.Max(highest, point);
        }

        var extent = highest - lowest;
        return new PixelBox(lowest.X, lowest.Y, extent.X, extent.Y).Square(Math.Max(Math.Max(extent.X, extent.Y) * SecondLook, 1));
    }

    private void Look(BgrImage image, PixelBox square, Span<Vector2> points)
    {
        _resampler.Sample(image, square, _planes);
        Grey.FromPlanes(_planes, _run.Input, 1 / 256f);
        _run.Run();
        var output = _run.Output();
        for (var index = 0; index < Count; index++)
        {
            points[index] = new Vector2(square.X + (output[2 * index] * square.Width), square.Y + (output[(2 * index) + 1] * square.Height));
        }
    }
}
