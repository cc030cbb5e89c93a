using System.Numerics;
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

    /// <summary>Looks at the box of a text: the recognisers know plates with their edge, so it is grown; later looks undo slanted views.</summary>
    private static readonly Look[] Boxed = [new(0.02f, 0.08f, 0, 0), new(0.035f, 0.22f, 0, 0), new(0.02f, 0.08f, 0, 0.3f), new(0.02f, 0.08f, 0, -0.3f)];

    /// <summary>Looks at a plate that is cut out with its edge: a tilted one lies askew in its upright crop.</summary>
    private static readonly Look[] Exact = [new(0, 0, 0, 0), new(0.03f, 0.1f, 0, 0), new(0, -0.1f, 0.13f, 0), new(0, -0.1f, -0.13f, 0)];

    private readonly PlateRecogniser _recogniser = new(models, vocabulary);
    private readonly PlateDecoder _decoder = new();
    private readonly PlateView[] _views = [.. Exact.Select(_ => PlateRecogniser.CreateView())];
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
    /// <param name="once">One look must do.</param>
    public (PlateText Text, PlateColour Colour) Read(BgrImage picture, PlatePlace place, bool exact, bool once = false)
    {
        var (best, colour) = (PlateText.None, PlateColour.Unknown);
        var looks = exact ? Exact : Boxed;
        for (var look = 0; look < looks.Length; look++)
        {
            Cut(picture, place, looks[look]);
            if (look == 0)
            {
                colour = PlateColourMeter.Measure(_recogniser.Pixels, PlateRecogniser.Width, PlateRecogniser.Height, _colourless);
            }

            _recogniser.Look(_views[look]);
            best = _decoder.Decode(_views.AsSpan(0, look + 1), colour);
            if (once || Certain(best) || best.Fit < options.LeastFit / 2)
            {
                break;
            }
        }

        return (best, colour);
    }

    /// <inheritdoc/>
    public void Dispose() => _recogniser.Dispose();

    private void Cut(BgrImage picture, PlatePlace place, Look look)
    {
        var first = look.At(place.Row);
        if (place.Second is not { } second)
        {
            QuadWarp.Cut(picture, first, PlateRecogniser.Width, PlateRecogniser.Height, _recogniser.Pixels, 2 / 255f, -1);
            return;
        }

        var left = (int)(PlateRecogniser.Width * UpperShare);
        QuadWarp.Cut(picture, first, left, PlateRecogniser.Height, _recogniser.Pixels, 2 / 255f, -1, 0, PlateRecogniser.Width);
        QuadWarp.Cut(
            picture,
            look.At(second),
            PlateRecogniser.Width - left,
            PlateRecogniser.Height,
            _recogniser.Pixels,
            2 / 255f,
            -1,
            left,
            PlateRecogniser.Width);
    }

    /// <summary>One way to cut a row out of a picture, in shares of its sides.</summary>
    /// <param name="Width">Grown to the left and right.</param>
    /// <param name="Height">Grown upwards and downwards.</param>
    /// <param name="Tilt">The left side moved up and the right side down.</param>
    /// <param name="Slant">The upper side moved to the right and the lower side to the left, in heights.</param>
    private readonly record struct Look(float Width, float Height, float Tilt, float Slant)
    {
        public Quad At(Quad row)
        {
            var grown = row.Part(-Width, -Height, 1 + Width, 1 + Height);
            var tilt = (grown.BottomLeft - grown.TopLeft) * Tilt;
            var slant = Vector2.Normalize(grown.TopRight - grown.TopLeft) * (grown.Height * Slant / 2);
            return new Quad(grown.TopLeft - tilt + slant, grown.TopRight + tilt + slant, grown.BottomRight + tilt - slant, grown.BottomLeft - tilt - slant);
        }
    }
}
