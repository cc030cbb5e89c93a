using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Liveness;

/// <summary>
/// Probability that a face is a living one in front of the camera and not a print (MiniFASNetV2-SE, which judges the surroundings of the face
/// as much as its skin). A weak witness: single frames reject every fourth living face at 0.5, screens pass nearly half of the time, masks and
/// deep-fakes are not stopped. So it counts only over several frames and is never called certified. One thread at a time.
/// </summary>
internal sealed class LivenessModel(ModelRegistry models) : IDisposable
{
    private const int Side = 128;

    /// <summary>Side of the crop over the side of the face, as in training.</summary>
    private const float Surroundings = 2.7f;

    // Plain bilinear samples, as in training: averaging would smooth away the print's raster, which is evidence (AUC 0.87 against 0.86).
    private readonly ModelRun _run = models.CreateRun(ModelNames.FaceLiveness);
    private readonly Resampler _resampler = new(Side, Side, smooth: false);

    /// <summary>0 (a print) to 1 (alive).</summary>
    public float Probability(BgrImage image, PixelBox face)
    {
        _resampler.Sample(image, Crop(image, face), _run.Input);
        _run.Run();
        var logits = _run.Output();
        var most = MathF.Max(logits[0], MathF.Max(logits[1], logits[2]));
        var live = MathF.Exp(logits[0] - most);
        return live / (live + MathF.Exp(logits[1] - most) + MathF.Exp(logits[2] - most));
    }

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    /// <summary>A square around the face, made smaller and shifted so that it stays inside the picture: black borders look like a print's edge.</summary>
    private static PixelBox Crop(BgrImage image, PixelBox face)
    {
        var side = Math.Min(Math.Max(face.Width, face.Height) * Surroundings, Math.Min(image.Width, image.Height));
        var crop = face.Square(side);
        return crop with { X = Math.Clamp(crop.X, 0, image.Width - side), Y = Math.Clamp(crop.Y, 0, image.Height - side) };
    }
}
