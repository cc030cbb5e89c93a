using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Recognition;

/// <summary>Turns an aligned face into a unit vector of 512 whose cosine tells people apart (MobileFaceNet). One thread at a time.</summary>
internal sealed class FaceEmbedder(ModelRegistry models) : IDisposable
{
    private readonly ModelRun _run = models.CreateRun(ModelNames.FaceEmbedding);

    /// <summary>The aligned face of the last <see cref="Align"/>: blue, green, red planes, (value - 127) / 128.</summary>
    public ReadOnlySpan<float> Aligned => _run.Input;

    /// <summary>Cuts the aligned face into the model's input.</summary>
    public void Align(BgrImage image, SimilarityTransform toImage) => FaceAlignment.Cut(image, toImage, _run.Input);

    /// <summary>Embeds what <see cref="Align"/> cut; false when the model gave nothing usable.</summary>
    public bool Embed(Span<float> embedding)
    {
        _run.Run();
        _run.Output().CopyTo(embedding);
        return UnitVector.Normalise(embedding);
    }

    /// <summary>Mirrors the aligned face left to right, in place.</summary>
    public void Mirror()
    {
        for (var row = 0; row < _run.Input.Length; row += FaceAlignment.Side)
        {
            _run.Input.AsSpan(row, FaceAlignment.Side).Reverse();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();
}
