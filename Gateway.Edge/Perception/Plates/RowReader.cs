using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates.Colours;
using Gateway.Edge.Perception.Plates.Finding;
using Gateway.Edge.Perception.Plates.Recognition;

namespace Gateway.Edge.Perception.Plates;

/// <summary>
/// Reads one place of a picture: straightens it, sets two rows side by side, tells the colour, decodes. What is not certain at the first
/// look is looked at again, cut a little differently. One thread at a time.
/// </summary>
internal sealed class RowReader(ModelRegistry models, PlateVocabulary vocabulary, PlateOptions options) : IDisposable
{
    /// <summary>Share of the width that the upper row gets when two rows are set side by side: two of seven characters.</summary>
    private const float UpperShare = 0.28f;

    /// <summary>Every so many pixels are looked at to tell whether a picture has colours.</summary>
    private const int ColourStep = 16;

    /// <summary>Mean difference between the channels, of 255, below which a picture has no colours.</summary>
    private const float LeastColour = 4;

    /// <summary>How much larger than the text's box a look is, as shares of its width and height: the recognisers know plates with their edge.</summary>
    private static readonly (float Width, float Height)[] Looks = [(0.02f, 0.08f), (0.035f, 0.22f), (-0.005f, -0.04f)];

    private readonly PlateRecogniser _recogniser = new(models, vocabulary);
    private readonly PlateDecoder _decoder = new();
    private readonly PlateView[] _views = [PlateRecogniser.CreateView(), PlateRecogniser.CreateView(), PlateRecogniser.CreateView()];
    private bool _colourless;

    /// <summary>Looks at a picture as a whole, before its places are read.</summary>
    public void Begin(BgrImage picture)
    {
        var (sum, count) = (0L, 0);
        var pixels = picture.Span;
        for (var at = 0; at + 2 < pixels.Length; at += 3 * ColourStep)
        {
            var (blue, green, red) = (pixels[at], pixels[at + 1], pixels[at + 2]);
            sum += Math.Max(blue, Math.Max(green, red)) - Math.Min(blue, Math.Min(green, red));
            count++;
        }

        _colourless = sum < LeastColour * count;
    }

    /// <summary>True when nothing is gained by another look.</summary>
    public bool Certain(PlateText text) => text.Fit >= options.SureFit && text.Share >= options.SureShare;

    /// <summary>The likeliest number in a place, and the ground's colour.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="place">Where.</param>
    /// <param name="exact">The place is a cut-out plate with its edge, not the box of its text.</param>
    public (PlateText Text, PlateColour Colour) Read(BgrImage picture, PlatePlace place, bool exact)
    {
        var (best, colour) = (PlateText.None, PlateColour.Unknown);
        for (var look = 0; look < Looks.Length; look++)
        {
            var (width, height) = Looks[look];
            Cut(picture, place, exact ? width - Looks[0].Width : width, exact ? (height - Looks[0].Height) / 2 : height);
            if (look == 0)
            {
                colour = PlateColourMeter.Measure(_recogniser.Pixels, PlateRecogniser.Width, PlateRecogniser.Height, _colourless);
            }

            _recogniser.Look(_views[look]);
            best = _decoder.Decode(_views.AsSpan(0, look + 1), colour);
            if (Certain(best) || best.Fit < options.LeastFit / 2)
            {
                break;
            }
        }

        return (best, colour);
    }

    /// <inheritdoc/>
    public void Dispose() => _recogniser.Dispose();

    private void Cut(BgrImage picture, PlatePlace place, float width, float height)
    {
        var first = place.Row.Part(-width, -height, 1 + width, 1 + height);
        if (place.Second is not { } second)
        {
            QuadWarp.Cut(picture, first, PlateRecogniser.Width, PlateRecogniser.Height, _recogniser.Pixels, 2 / 255f, -1);
            return;
        }

        var left = (int)(PlateRecogniser.Width * UpperShare);
        QuadWarp.Cut(picture, first, left, PlateRecogniser.Height, _recogniser.Pixels, 2 / 255f, -1, 0, PlateRecogniser.Width);
        QuadWarp.Cut(
            picture,
            second.Part(-width, -height, 1 + width, 1 + height),
            PlateRecogniser.Width - left,
            PlateRecogniser.Height,
            _recogniser.Pixels,
            2 / 255f,
            -1,
            left,
            PlateRecogniser.Width);
    }
}
