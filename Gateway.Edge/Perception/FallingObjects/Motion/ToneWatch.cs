namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// Sees steps of exposure and measures noise on a grid of pixels. A step changes pixels by their level alone: for each of 16 bands of
/// levels the middle change is taken, which things in the picture do not sway, and where the picture as a whole has changed the
/// background's levels are mapped by the line through these. Not thread-safe.
/// </summary>
internal sealed class ToneWatch(WatchedArea area, Background background)
{
    private const int Bands = 16;
    private const int BandLevels = 256 / Bands;
    private const int SampleColumns = 96;
    private const int SampleRows = 64;
    private const int LeastSamples = 24;

    // The background follows slower changes by itself, a level a frame.
    private const double LeastStep = 2.5;

    // In normally distributed noise the mean of the lower three quarters of |x| is 0.515 standard deviations.
    private const double LowerMean = 0.515;

    private readonly int[] _counts = new int[Bands * 512];
    private readonly int[] _samples = new int[Bands];
    private readonly double[] _offsets = new double[Bands];
    private readonly byte[] _map = new byte[256];

    /// <summary>Standard deviation of the pixels around the background, levels; an average over some 16 frames.</summary>
    public double Noise { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Start() => Noise = 1;

    /// <summary>Takes a frame and brings the background to its tones.</summary>
    /// <returns>Whether the tones have changed.</returns>
    public bool Follow(ReadOnlySpan<byte> luma, FrameShift shift)
    {
        Count(luma, shift);
        var (all, change) = (0, 0.0);
        for (var band = 0; band < Bands; band++)
        {
            _offsets[band] = _samples[band] < LeastSamples ? double.NaN : Middle(band);
            if (!double.IsNaN(_offsets[band]))
            {
                all += _samples[band];
                change += _samples[band] * Math.Abs(_offsets[band]);
            }
        }

        if (all == 0 || change < LeastStep * all)
        {
            Noise += (Spread() - Noise) / 16;
            return false;
        }

        FillMap();
        background.Map(_map);
        return true;
    }

    private void Count(ReadOnlySpan<byte> luma, FrameShift shift)
    {
        Array.Clear(_counts);
        Array.Clear(_samples);
        for (var row = 0; row < SampleRows; row++)
        {
            var y = (int)((row + 0.5) * area.Height / SampleRows);
            for (var column = 0; column < SampleColumns; column++)
            {
                var x = (int)((column + 0.5) * area.Width / SampleColumns);
                var (seenX, seenY) = (x + shift.X, y + shift.Y);
                if (!area.Contains(x, y) || (uint)seenX >= (uint)area.Width || (uint)seenY >= (uint)area.Height)
                {
                    continue;
                }

                var level = background.Levels[(y * background.Stride) + x];
                _counts[(level / BandLevels * 512) + 256 + luma[(seenY * area.Width) + seenX] - level]++;
                _samples[level / BandLevels]++;
            }
        }
    }

    private int Middle(int band)
    {
        var counts = _counts.AsSpan(band * 512, 512);
        var (seen, value) = (0, -1);
        while (seen * 2 <= _samples[band])
        {
            seen += counts[++value];
        }

        return value - 256;
    }

    private double Spread()
    {
        var (all, seen, sum) = (0, 0, 0L);
        foreach (var samples in _samples)
        {
            all += samples;
        }

        for (var size = 0; size < 256 && seen * 4 < all * 3; size++)
        {
            for (var band = 0; band < Bands; band++)
            {
                var here = _counts[(band * 512) + 256 + size] + (size == 0 ? 0 : _counts[(band * 512) + 256 - size]);
                (seen, sum) = (seen + here, sum + ((long)here * size));
            }
        }

        return seen == 0 ? 0 : sum / (seen * LowerMean);
    }

    /// <summary>Between the middles of the bands that have a change the map is a line; beyond them the change stays.</summary>
    private void FillMap()
    {
        for (var level = 0; level < 256; level++)
        {
            var (below, above) = (Near(level, -1), Near(level, 1));
            var (from, to) = (below < 0 ? above : below, above < 0 ? below : above);
            var share = from == to ? 0 : (double)(level - Centre(from)) / (Centre(to) - Centre(from));
            _map[level] = (byte)Math.Clamp(Math.Round(level + _offsets[from] + (share * (_offsets[to] - _offsets[from]))), 0, 255);
        }
    }

    /// <summary>The nearest band with a change whose centre lies at or beyond a level in a direction; -1 for none.</summary>
    private int Near(int level, int direction)
    {
        var found = -1;
        for (var band = 0; band < Bands; band++)
        {
            var ahead = (Centre(band) - level) * direction >= 0;
            if (ahead && !double.IsNaN(_offsets[band]) && (found < 0 || direction < 0))
            {
                found = band;
            }
        }

        return found;
    }

    private static int Centre(int band) => (band * BandLevels) + (BandLevels / 2);
}
