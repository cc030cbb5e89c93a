namespace Gateway.Edge.Perception.Plates.Colours;

/// <summary>
/// Tells a plate's ground from its straightened pixels. Ground and characters are parted by brightness; the larger part is the ground. Its
/// tint is judged against that of light characters, which are white by law, so that a warm lamp or a blue night is divided out. Allocates
/// nothing.
/// </summary>
internal static class PlateColourMeter
{
    /// <summary>Share of each side that frames and surroundings may reach into.</summary>
    private const float Border = 0.14f;

    /// <summary>Least spread between ground and characters, of 0..1, to call them apart.</summary>
    private const float LeastContrast = 0.06f;

    /// <summary>Chroma over brightness below which a ground has no colour.</summary>
    private const float LeastSaturation = 0.22f;

    /// <summary>The ground's colour.</summary>
    /// <param name="planes">Blue, green, red planes of width x height, -1..1.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="colourless">The picture has no colour at all (infrared): only yellow against black could be guessed, so nothing is.</param>
    public static PlateColour Measure(ReadOnlySpan<float> planes, int width, int height, bool colourless)
    {
        if (colourless)
        {
            return PlateColour.Unknown;
        }

        var threshold = Threshold(planes, width, height);
        var (dark, light) = (default(Tint), default(Tint));
        Visit(planes, width, height, 0, 1, threshold, ref dark, ref light);
        if (dark.Count == 0 || light.Count == 0 || light.Mean.Luma - dark.Mean.Luma < LeastContrast)
        {
            return PlateColour.Unknown;
        }

        if (dark.Count >= light.Count)
        {
            return DarkGround(dark.Mean, light.Mean);
        }

        var (left, right, ink) = (default(Tint), default(Tint), default(Tint));
        Visit(planes, width, height, 0, 0.28f, threshold, ref ink, ref left);
        Visit(planes, width, height, 0.4f, 1, threshold, ref ink, ref right);
        return LightGround(left.Mean, right.Mean, light.Mean);
    }

    private static PlateColour DarkGround(Tint ground, Tint ink)
    {
        // What white looks like here: the characters, if they are not overexposed into white anyway.
        var (blue, green, red) = (ground.Blue / Math.Max(ink.Blue, 0.05f), ground.Green / Math.Max(ink.Green, 0.05f), ground.Red / Math.Max(ink.Red, 0.05f));
        var most = Math.Max(blue, Math.Max(green, red));
        var saturation = (most - Math.Min(blue, Math.Min(green, red))) / Math.Max(most, 0.05f);
        if (saturation >= LeastSaturation && blue >= green && blue > red * 1.15f)
        {
            return PlateColour.Blue;
        }

        return saturation < LeastSaturation && most < 0.5f ? PlateColour.Black : PlateColour.Unknown;
    }

    private static PlateColour LightGround(Tint left, Tint right, Tint all)
    {
        var (first, rest) = (Named(left), Named(right));
        return (first, rest) switch
        {
            (PlateColour.Yellow, PlateColour.Green) => PlateColour.YellowGreen,
            (_, PlateColour.Green) => PlateColour.Green,
            _ => Named(all),
        };
    }

    private static PlateColour Named(Tint ground)
    {
        var most = Math.Max(ground.Blue, Math.Max(ground.Green, ground.Red));
        var least = Math.Min(ground.Blue, Math.Min(ground.Green, ground.Red));
        if (most - least < LeastSaturation * 0.6f * most)
        {
            return most > 0.3f ? PlateColour.White : PlateColour.Unknown;
        }

        if (least == ground.Blue && ground.Red >= ground.Green * 0.98f)
        {
            return PlateColour.Yellow;
        }

        return most == ground.Green && ground.Green > ground.Red * 1.06f ? PlateColour.Green : PlateColour.Unknown;
    }

    /// <summary>Otsu's threshold between ground and characters.</summary>
    private static float Threshold(ReadOnlySpan<float> planes, int width, int height)
    {
        Span<int> histogram = stackalloc int[64];
        histogram.Clear();
        var (total, sum) = (0, 0L);
        for (var y = (int)(height * Border); y < height * (1 - Border); y++)
        {
            for (var x = (int)(width * Border / 2); x < width * (1 - (Border / 2)); x++)
            {
                var bin = Math.Clamp((int)(Pixel(planes, width * height, (y * width) + x).Luma * 64), 0, 63);
                histogram[bin]++;
                (total, sum) = (total + 1, sum + bin);
            }
        }

        var (best, at, below, sumBelow) = (-1.0, 32, 0, 0L);
        for (var bin = 0; bin < 63; bin++)
        {
            below += histogram[bin];
            sumBelow += (long)bin * histogram[bin];
            if (below > 0 && below < total)
            {
                var apart = ((double)sumBelow / below) - ((double)(sum - sumBelow) / (total - below));
                var between = apart * apart * below * (total - below);
                (best, at) = between > best ? (between, bin) : (best, at);
            }
        }

        return (at + 1) / 64f;
    }

    private static void Visit(
        ReadOnlySpan<float> planes, int width, int height, float from, float to, float threshold, ref Tint dark, ref Tint light)
    {
        var (left, right) = (Math.Max(from, Border / 2), Math.Min(to, 1 - (Border / 2)));
        for (var y = (int)(height * Border); y < height * (1 - Border); y++)
        {
            for (var x = (int)(width * left); x < width * right; x++)
            {
                var pixel = Pixel(planes, width * height, (y * width) + x);
                if (pixel.Luma < threshold)
                {
                    dark = dark.Add(pixel);
                }
                else
                {
                    light = light.Add(pixel);
                }
            }
        }
    }

    private static Tint Pixel(ReadOnlySpan<float> planes, int plane, int at) =>
        new((planes[at] + 1) / 2, (planes[plane + at] + 1) / 2, (planes[(2 * plane) + at] + 1) / 2, 1);

    /// <summary>Sum of colours, 0..1 each, and how many.</summary>
    private readonly record struct Tint(float Blue, float Green, float Red, int Count)
    {
        public float Luma => (0.114f * Blue) + (0.587f * Green) + (0.299f * Red);

        public Tint Mean => Count == 0 ? default : new Tint(Blue / Count, Green / Count, Red / Count, 1);

        public Tint Add(Tint other) => new(Blue + other.Blue, Green + other.Green, Red + other.Red, Count + other.Count);
    }
}
