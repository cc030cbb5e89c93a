using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Recognition;

/// <summary>
/// Looks at one row of characters with two recognisers that share their eyes: a general one for Chinese text (PP-OCRv4), and a small head of
/// our own on the general one's inner features, trained on rendered plates, which knows their typeface and reads 40 steps instead of 20.
/// One thread at a time; allocates nothing.
/// </summary>
internal sealed class PlateRecogniser : IDisposable
{
    /// <summary>Width that rows are scaled to; measured: 144 loses and 192 gains nothing that a second view does not.</summary>
    public const int Width = 160;

    /// <summary>Height that the general recogniser takes.</summary>
    public const int Height = 48;

    private const int Steps = Width / 8;
    private const int HeadSteps = Width / 4;
    private const string Probabilities = "softmax_11.tmp_0";
    private const string Features = "p2o.Add.231";
    private const string HeadOutput = "probabilities";

    /// <summary>Weight of the head's opinion which Chinese character it is, against 1 for its other opinions.</summary>
    private const float ChineseWeight = 0.15f;

    private const float Negligible = 1e-3f;
    private const float LeastShare = 1e-3f;

    private readonly PlateVocabulary _vocabulary;
    private readonly ModelRun _general;
    private readonly ModelRun _head;

    /// <exception cref="ModelFaultException">A model is missing or altered; names the file and the fix.</exception>
    public PlateRecogniser(ModelRegistry models, PlateVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _general = models.CreateRun(
            ModelNames.TextRecogniser, [1, 3, Height, Width], (Probabilities, [1, Steps, vocabulary.Count]), (Features, [1, 480, 3, HeadSteps]));
        _head = models.CreateRun(ModelNames.PlateHead, [1, 480, 3, HeadSteps], (HeadOutput, [1, HeadSteps, PlateAlphabet.Count]));
    }

    /// <summary>A view that this recogniser can fill.</summary>
    public static PlateView CreateView() => new(Steps, HeadSteps);

    /// <summary>Looks at the row inside <paramref name="quad"/>.</summary>
    public void Look(BgrImage image, Quad quad, PlateView view)
    {
        QuadWarp.Cut(image, quad, Width, Height, _general.Input, 2 / 255f, -1);
        Look(view);
    }

    /// <summary>The pixels that the next call of <see cref="Look(PlateView)"/> sees: blue, green and red planes, -1..1.</summary>
    public Span<float> Pixels => _general.Input;

    /// <summary>Looks at <see cref="Pixels"/>.</summary>
    public void Look(PlateView view)
    {
        _general.Run();
        _vocabulary.Fold(_general.Output(0), view.General);
        _general.Output(1).CopyTo(_head.Input);
        _head.Run();
        _head.Output(0).CopyTo(view.Head);
        Share(view.Head);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _general.Dispose();
        _head.Dispose();
    }

    /// <summary>
    /// 0 and O are one glyph on plates, which the head knows as 0; the position tells which is meant. Which Chinese character it is, the
    /// general recogniser knows better: the head says that there is one, and a little about which.
    /// </summary>
    private static void Share(Span<float> steps)
    {
        var (zero, o) = (PlateAlphabet.ClassOf('0'), PlateAlphabet.ClassOf('O'));
        for (; steps.Length >= PlateAlphabet.Count; steps = steps[PlateAlphabet.Count..])
        {
            steps[o] = steps[zero];
            var provinces = steps.Slice(1, PlateAlphabet.Provinces);
            var others = steps[(o + 1)..PlateAlphabet.Count];
            var sum = 0f;
            foreach (var probability in provinces)
            {
                sum += probability;
            }

            foreach (var probability in others)
            {
                sum += probability;
            }

            Soften(provinces, sum);
            Soften(others, sum);
        }
    }

    private static void Soften(Span<float> classes, float sum)
    {
        foreach (ref var probability in classes)
        {
            probability = sum < Negligible ? sum : sum * MathF.Pow(Math.Max(probability / sum, LeastShare), ChineseWeight);
        }
    }
}
