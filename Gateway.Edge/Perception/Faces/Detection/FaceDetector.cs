using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Detection;

/// <summary>
/// Finds upright faces (UltraFace RFB-320 family: the picture is squeezed to 320 x 240, boxes come decoded in 0..1). Faces below about a
/// twentieth of the picture's width are missed: look at tiles. One thread at a time.
/// </summary>
internal sealed class FaceDetector(ModelRegistry models) : IDisposable
{
    private const int Width = 320;
    private const int Height = 240;
    private const float OverlapLimit = 0.4f;
    private const int MostCandidates = 512;

    private readonly ModelRun _run = models.CreateRun(ModelNames.FaceDetector);
    private readonly Resampler _resampler = new(Width, Height);
    private readonly FaceBox[] _candidates = new FaceBox[MostCandidates];

    /// <summary>Looks at a part of a picture; returns how many faces it put into <paramref name="found"/>, best first.</summary>
    public int Find(BgrImage image, PixelBox part, float threshold, Span<FaceBox> found)
    {
        _resampler.Sample(image, part, _run.Input, 1 / 128f, -127 / 128f);
        _run.Run();
        var scores = _run.Output("scores");
        var boxes = _run.Output("boxes");
        var count = 0;
        for (var index = 0; index < scores.Length / 2 && count < MostCandidates; index++)
        {
            var score = scores[(2 * index) + 1];
            if (score >= threshold)
            {
                var left = part.X + (boxes[4 * index] * part.Width);
                var top = part.Y + (boxes[(4 * index) + 1] * part.Height);
                var right = part.X + (boxes[(4 * index) + 2] * part.Width);
                var bottom = part.Y + (boxes[(4 * index) + 3] * part.Height);
                if (right > left && bottom > top)
                {
                    _candidates[count++] = new FaceBox(new PixelBox(left, top, right - left, bottom - top), score);
                }
            }
        }

        return OverlapSuppression.Keep(_candidates.AsSpan(0, count), OverlapLimit, found);
    }

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();
}
