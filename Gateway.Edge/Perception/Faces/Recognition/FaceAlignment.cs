using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Faces.Landmarks;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Recognition;

/// <summary>Brings a face to the pose and size that the embedding model was trained on: the ArcFace template of 112 x 112 pixels.</summary>
internal static class FaceAlignment
{
    /// <summary>Side of an aligned face.</summary>
    public const int Side = 112;

    private static readonly Vector2[] Template =
    [
        new(38.2946f, 51.6963f),
        new(73.5318f, 51.5014f),
        new(56.0252f, 71.7366f),
        new(41.5493f, 92.3655f),
        new(70.7299f, 92.2041f),
    ];

    /// <summary>The transform from a pixel of the aligned face to its place in the picture.</summary>
    public static SimilarityTransform Of(in FivePoints points)
    {
        ReadOnlySpan<Vector2> found = points;
        return Invert(SimilarityTransform.Fit(found, Template));
    }

    /// <summary>Cuts the aligned face as blue, green, red planes, (value - 127) / 128.</summary>
    public static void Cut(BgrImage image, SimilarityTransform toImage, Span<float> planes) =>
        SimilarityWarp.Cut(image, toImage, Side, planes, 1 / 128f, -127 / 128f);

    private static SimilarityTransform Invert(SimilarityTransform transform)
    {
        var square = (transform.A * transform.A) + (transform.B * transform.B);
        var (a, b) = (transform.A / square, -transform.B / square);
        return new SimilarityTransform(a, b, -((a * transform.X) - (b * transform.Y)), -((b * transform.X) + (a * transform.Y)));
    }
}
