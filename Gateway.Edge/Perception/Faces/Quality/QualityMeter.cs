using Gateway.Edge.Perception.Faces.Landmarks;
using Gateway.Edge.Perception.Faces.Recognition;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Quality;

/// <summary>Measures an aligned face. One thread at a time; allocates nothing.</summary>
internal sealed class QualityMeter
{
    private const int Side = FaceAlignment.Side;

    /// <summary>The middle of the aligned face, without hair and background.</summary>
    private const int Margin = 24;

    private readonly float[] _grey = new float[Side * Side];

    /// <summary>Judges the aligned planes ((value - 127) / 128) of a face.</summary>
    public FaceQuality Measure(ReadOnlySpan<float> aligned, FaceShape shape, PixelBox box)
    {
        Grey.FromPlanes(aligned, _grey, 128);
        double sum = 0, squares = 0, edges = 0;
        for (var y = Margin; y < Side - Margin; y++)
        {
            for (var x = Margin; x < Side - Margin; x++)
            {
                var at = (y * Side) + x;
                var value = _grey[at];
                var laplacian = (4 * value) - _grey[at - 1] - _grey[at + 1] - _grey[at - Side] - _grey[at + Side];
                sum += value;
                squares += value * value;
                edges += laplacian * laplacian;
            }
        }

        const int Count = (Side - (2 * Margin)) * (Side - (2 * Margin));
        var mean = sum / Count;
        var variance = Math.Max((squares / Count) - (mean * mean), 1);

        // Energy of the finest detail relative to the contrast of the face, so that a dim but crisp face is not called blurred.
        var detail = edges / Count / variance;
        var sharpness = (float)(1 - Math.Exp(-detail * 5));
        return new FaceQuality(box.Height, sharpness, (float)mean + 127, shape.Yaw, shape.Pitch, shape.Instability);
    }
}
