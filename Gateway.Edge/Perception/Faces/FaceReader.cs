using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Faces.Detection;
using Gateway.Edge.Perception.Faces.Landmarks;
using Gateway.Edge.Perception.Faces.Liveness;
using Gateway.Edge.Perception.Faces.Quality;
using Gateway.Edge.Perception.Faces.Recognition;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces;

/// <summary>
/// The face models with their buffers, as steps to be called in order: find, read a face, judge liveness, embed. One thread at a time; sessions
/// behind it are shared. Allocates nothing per picture.
/// </summary>
internal sealed class FaceReader(ModelRegistry models) : IDisposable
{
    private readonly FaceDetector _detector = new(models);
    private readonly LandmarkFinder _landmarks = new(models);
    private readonly LivenessModel _liveness = new(models);
    private readonly FaceEmbedder _embedder = new(models);
    private readonly QualityMeter _meter = new();

    /// <summary>Landmarks of the face last read.</summary>
    public FaceShape Shape { get; } = new();

    /// <summary>Finds faces in a part of the picture, best first; returns their number.</summary>
    public int Find(BgrImage image, PixelBox part, float threshold, Span<FaceBox> found) => _detector.Find(image, part, threshold, found);

    /// <summary>Finds faces in the whole picture.</summary>
    public int Find(BgrImage image, float threshold, Span<FaceBox> found) =>
        Find(image, new PixelBox(0, 0, image.Width, image.Height), threshold, found);

    /// <summary>Places the landmarks, aligns the face and measures how usable it is.</summary>
    public FaceQuality Read(BgrImage image, PixelBox face)
    {
        _landmarks.Find(image, face, Shape);
        _embedder.Align(image, FaceAlignment.Of(Shape.Five));
        return _meter.Measure(_embedder.Aligned, Shape, face);
    }

    /// <summary>Probability that the face is alive, 0..1.</summary>
    public float Liveness(BgrImage image, PixelBox face) => _liveness.Probability(image, face);

    /// <summary>Embeds the face last read into a unit vector of 512; false when nothing usable came out.</summary>
    public bool Embed(Span<float> embedding) => _embedder.Embed(embedding);

    /// <summary>As <see cref="Embed"/>, averaged with the mirrored face: twice the time for a little more accuracy.</summary>
    public bool EmbedBothWays(Span<float> embedding)
    {
        Span<float> mirrored = stackalloc float[UnitVector.Length];
        if (!_embedder.Embed(embedding))
        {
            return false;
        }

        _embedder.Mirror();
        if (_embedder.Embed(mirrored))
        {
            for (var index = 0; index < mirrored.Length; index++)
            {
                embedding[index] += mirrored[index];
            }
        }

        return UnitVector.Normalise(embedding);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _detector.Dispose();
        _landmarks.Dispose();
        _liveness.Dispose();
        _embedder.Dispose();
    }
}
