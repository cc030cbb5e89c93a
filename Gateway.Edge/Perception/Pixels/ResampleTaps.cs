namespace Gateway.Edge.Perception.Pixels;

/// <summary>
/// Weights of a triangle filter along one axis: plain bilinear when enlarging, widened to the step when shrinking, so that no source pixel
/// is skipped. Positions beyond the picture repeat its edge. Buffers are kept and grow to the largest use.
/// </summary>
internal sealed class ResampleTaps(int outputs, bool smooth)
{
    private readonly int[] _first = new int[outputs];
    private float[] _weights = [];

    /// <summary>Weights held for each output, padded with zeros.</summary>
    public int Width { get; private set; }

    /// <summary>Lowest source index used by any output.</summary>
    public int Lowest { get; private set; }

    /// <summary>Highest source index used by any output.</summary>
    public int Highest { get; private set; }

    /// <summary>Prepares the weights for the stretch [start, start + length) of an axis of <paramref name="size"/> pixels.</summary>
    public void Prepare(float start, float length, int size)
    {
        var step = length / outputs;
        var support = smooth ? Math.Max(1f, step) : 1f;
        
        // An open interval of length L holds at most ceil(L) integers.
        Width = Math.Min((int)MathF.Ceiling(2 * support), size);
        var needed = Width * outputs;
        if (_weights.Length < needed)
        {
            _weights = new float[needed];
        }

        Array.Clear(_weights, 0, needed);
        (Lowest, Highest) = (size, -1);
        for (var output = 0; output < outputs; output++)
        {
            var centre = start + ((output + 0.5f) * step) - 0.5f;
            var from = (int)MathF.Floor(centre - support) + 1;
            var to = (int)MathF.Ceiling(centre + support) - 1;
            var first = Math.Clamp(from, 0, size - Width);
            _first[output] = first;
            var weights = _weights.AsSpan(output * Width, Width);
            var sum = 0f;
            for (var index = from; index <= to; index++)
            {
                var weight = Math.Max(0, 1 - (Math.Abs(index - centre) / support));
                weights[Math.Clamp(index - first, Math.Max(0, -first), Math.Min(Width, size - first) - 1)] += weight;
                sum += weight;
            }

            for (var tap = 0; tap < Width; tap++)
            {
                weights[tap] /= sum;
            }

            Lowest = Math.Min(Lowest, first);
            Highest = Math.Max(Highest, first + Width - 1);
        }
    }

    /// <summary>First source index of an output.</summary>
    public int First(int output) => _first[output];

    /// <summary>First source indices of all outputs.</summary>
    public ReadOnlySpan<int> Firsts => _first;

    /// <summary>Weights of all outputs, <see cref="Width"/> each.</summary>
    public ReadOnlySpan<float> AllWeights => _weights.AsSpan(0, Width * outputs);

    /// <summary>Weights of an output, for consecutive source indices.</summary>
    public ReadOnlySpan<float> Weights(int output) => _weights.AsSpan(output * Width, Width);
}
